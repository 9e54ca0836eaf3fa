package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** An AWS object that was made for a service, or is about to be: on record before it is made, so that a deletion finds it. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompanionStatus(
        @JsonPropertyDescription("What it is.") @Required CompanionKind kind,

        @JsonPropertyDescription("Its name; unique among those of its kind here.") @Required @Size(max = 256)
        String name,

        @JsonPropertyDescription("Its ARN or id in AWS; absent until it is known.") @Size(max = 512)
        String id) {}

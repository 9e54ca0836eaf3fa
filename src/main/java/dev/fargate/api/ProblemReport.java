package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/** What is wrong now: the sentence that a person reads first. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProblemReport(
        @JsonPropertyDescription(
                "In one word: why tasks stop, such as OutOfMemory or ImageNotFound, or else the reason of the condition.")
        @Size(max = 64)
        String cause,

        @JsonPropertyDescription("Since when it is so, RFC 3339.") @Size(max = 64)
        String since,

        @JsonPropertyDescription("What is wrong, and what to do next.") @Size(max = 1024)
        String message) {}

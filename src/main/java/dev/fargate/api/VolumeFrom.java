package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** All mount points of another container, at the same paths. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VolumeFrom(
        @JsonPropertyDescription("The other container of the task.") @Required @Size(max = 255)
        String sourceContainer,

        @JsonPropertyDescription("Mount without the right to write. Absent: default false.")
        Boolean readOnly) {}

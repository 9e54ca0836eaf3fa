package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A name and a value that tell a metric from others of its name. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MetricDimension(
        @JsonPropertyDescription("Name of the dimension.") @Required @Size(min = 1, max = 255)
        String name,

        @JsonPropertyDescription("Value of the dimension.") @Required @Size(min = 1, max = 1024)
        String value) {}

package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/** One item of a capacity provider strategy: how many tasks go to on-demand and how many to Spot capacity. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CapacityProviderStrategyItem(
        @JsonPropertyDescription("FARGATE (on demand) or FARGATE_SPOT (cheaper, may be interrupted).") @Required
        CapacityProvider capacityProvider,

        @JsonPropertyDescription(
                "Share of the tasks above every base, 0 to 1000, relative to the other items' weights; at least "
                        + "one item has more than 0. Absent: default 0.")
        @Min(0)
        @Max(1000)
        Integer weight,

        @JsonPropertyDescription("Tasks, 0 to 100000, that run on this provider first; one item only may have a base. "
                + "Absent: default 0.")
        @Min(0)
        @Max(100000)
        Integer base) {

    public enum CapacityProvider {
        FARGATE,
        FARGATE_SPOT
    }
}

package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A resource limit of a container's processes. */
@ValidationRule(value = "self.softLimit <= self.hardLimit", message = Ulimit.SOFT_SAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Ulimit(
        @JsonPropertyDescription("nofile (open files), the one that Fargate lets be set.")
        @Required
        @Size(max = 16)
        @ValidationRule(value = "self == 'nofile'", message = Ulimit.NAME_SAYS)
        String name,

        @JsonPropertyDescription("Limit that a process starts with; it may raise it up to hardLimit.")
        @Required
        @Min(1)
        @Max(1048576)
        Integer softLimit,

        @JsonPropertyDescription("Limit that no process passes.") @Required @Min(1) @Max(1048576)
        Integer hardLimit) {

    /** AWS: "Fargate use[s] the default resource limit values … with the exception of the nofile resource limit parameter". */
    static final String NAME_SAYS = "of the ulimits Fargate lets nofile be set: remove the others";

    static final String SOFT_SAYS = "a ulimit's softLimit is above its hardLimit: lower it or raise hardLimit";
}

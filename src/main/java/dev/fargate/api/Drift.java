package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/** One field that AWS holds otherwise than the spec asks; values of environment, secrets and command read "changed". */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Drift(
        @JsonPropertyDescription("Path of the field.") @Size(max = 512)
        String path,

        @JsonPropertyDescription("What the spec asks.") @Size(max = 4096)
        String desired,

        @JsonPropertyDescription("What AWS holds.") @Size(max = 4096)
        String live) {}

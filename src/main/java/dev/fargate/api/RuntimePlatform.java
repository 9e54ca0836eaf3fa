package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Processor and operating system of a task; the images must be built for them. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RuntimePlatform(
        @JsonPropertyDescription("X86_64, or ARM64 (Graviton). Absent: default X86_64.")
        CpuArchitecture cpuArchitecture,

        @JsonPropertyDescription("LINUX, the only one that this operator runs. Absent: default LINUX.")
        @Size(max = 64)
        @ValidationRule(
                value = "self == 'LINUX'",
                message = "this operator runs Linux tasks only: leave operatingSystemFamily out or set it to LINUX")
        String operatingSystemFamily) {

    public enum CpuArchitecture {
        X86_64,
        ARM64
    }
}

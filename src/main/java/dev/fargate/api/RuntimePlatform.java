package dev.fargate.api;

public record RuntimePlatform(CpuArchitecture cpuArchitecture, String operatingSystemFamily) {

    public enum CpuArchitecture {
        X86_64,
        ARM64
    }
}

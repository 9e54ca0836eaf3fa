package dev.fargate.api;

import java.util.List;

public record Task(
        Integer cpu,
        Integer memory,
        RuntimePlatform runtimePlatform,
        EphemeralStorage ephemeralStorage,
        String executionRoleArn,
        String taskRoleArn,
        List<Container> containers,
        List<Volume> volumes) {

    public Task {
        containers = Api.filled(containers);
        volumes = Api.filled(volumes);
    }

    public record EphemeralStorage(Integer sizeInGiB) {}
}

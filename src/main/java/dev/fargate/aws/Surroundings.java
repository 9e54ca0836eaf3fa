package dev.fargate.aws;

/** What tasks depend on and the operator only reads. */
public record Surroundings(
        Networks networks,
        Images images,
        Secrets secrets,
        TaskRoles roles,
        LogGroupNames logGroups,
        TargetGroups targetGroups,
        FileSystems fileSystems) {}

package dev.fargate.aws;

/** What the operator only reads: what tasks depend on, and what they use. */
public record Surroundings(
        Networks networks,
        Images images,
        Secrets secrets,
        TaskRoles roles,
        LogGroupNames logGroups,
        TargetGroups targetGroups,
        FileSystems fileSystems,
        SessionKeys sessionKeys,
        Metrics metrics) {}

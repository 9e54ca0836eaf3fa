package dev.fargate.outlook;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;

/** The manifest that gives an environment's tasks the ways that they lack. */
final class Remedy {
    /** The addresses that a VPC may have, but for a few (RFC 1918). */
    private static final String PRIVATE = "\n  allowedSources: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16]";

    private Remedy() {}

    /** Tasks without security groups of their own are told by their addresses. */
    static String of(FargateEnvironment environment, FargateEnvironmentStatus status) {
        return """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateEndpoints
                metadata:
                  name: %1$s
                spec:
                  environment: %1$s
                  preset: Private%2$s
                """.formatted(
                environment.getMetadata().getName(), status.securityGroups().isEmpty() ? PRIVATE : "");
    }
}

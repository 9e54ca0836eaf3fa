package dev.fargate.service;

import dev.fargate.turn.Tolerance;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.Service;

/** Parts of settings that ECS takes as a whole: those that are left to others are put as they are. */
final class IgnoredParts {
    private IgnoredParts() {}

    static CreateServiceRequest keptFrom(Service live, CreateServiceRequest desired, Tolerance tolerance) {
        List<String> network = tolerance.ignoredOf("network");
        List<String> deployment = tolerance.ignoredOf("deployment");
        CreateServiceRequest.Builder request = desired.toBuilder();
        if (!network.isEmpty() && live.networkConfiguration() != null) {
            request.networkConfiguration(desired.networkConfiguration()
                    .copy(all -> all.awsvpcConfiguration(network(
                            desired.networkConfiguration().awsvpcConfiguration(),
                            live.networkConfiguration().awsvpcConfiguration(),
                            network))));
        }
        if (!deployment.isEmpty() && live.deploymentConfiguration() != null) {
            request.deploymentConfiguration(
                    deployment(desired.deploymentConfiguration(), live.deploymentConfiguration(), deployment));
        }
        return request.build();
    }

    private static AwsVpcConfiguration network(
            AwsVpcConfiguration desired, AwsVpcConfiguration live, List<String> ignored) {
        AwsVpcConfiguration.Builder kept = desired.toBuilder();
        if (ignored.contains("subnets")) {
            kept.subnets(live.subnets());
        }
        if (ignored.contains("securityGroups")) {
            kept.securityGroups(live.securityGroups());
        }
        if (ignored.contains("assignPublicIp")) {
            kept.assignPublicIp(live.assignPublicIpAsString());
        }
        return kept.build();
    }

    private static DeploymentConfiguration deployment(
            DeploymentConfiguration desired, DeploymentConfiguration live, List<String> ignored) {
        DeploymentConfiguration.Builder kept = desired.toBuilder();
        if (ignored.contains("maximumPercent")) {
            kept.maximumPercent(live.maximumPercent());
        }
        if (ignored.contains("minimumHealthyPercent")) {
            kept.minimumHealthyPercent(live.minimumHealthyPercent());
        }
        if (ignored.contains("circuitBreaker")) {
            kept.deploymentCircuitBreaker(live.deploymentCircuitBreaker());
        }
        return kept.build();
    }
}

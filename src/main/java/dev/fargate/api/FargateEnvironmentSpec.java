package dev.fargate.api;

import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import java.util.Map;

public record FargateEnvironmentSpec(
        String region,
        AssumeRole assumeRole,
        Cluster cluster,
        Network network,
        Defaults defaults,
        Access access,
        Map<String, String> tags) {

    public FargateEnvironmentSpec {
        tags = Api.filled(tags);
    }

    public record AssumeRole(String roleArn, String externalId) {}

    public record Cluster(String name, ContainerInsights containerInsights) {}

    public enum ContainerInsights {
        disabled,
        enabled,
        enhanced
    }

    public record Defaults(
            Integer cpu,
            Integer memory,
            RuntimePlatform runtimePlatform,
            String executionRoleArn,
            String taskRoleArn,
            Logs logs) {}

    public record Logs(String group, Integer retentionInDays, Boolean create) {}

    public record Access(
            LabelSelector namespaceSelector,
            List<String> roles,
            List<String> subnets,
            List<String> securityGroups,
            List<String> targetGroups,
            List<String> serviceRegistries,
            List<String> secrets,
            List<String> fileSystems) {

        public Access {
            roles = Api.filled(roles);
            subnets = Api.filled(subnets);
            securityGroups = Api.filled(securityGroups);
            targetGroups = Api.filled(targetGroups);
            serviceRegistries = Api.filled(serviceRegistries);
            secrets = Api.filled(secrets);
            fileSystems = Api.filled(fileSystems);
        }
    }
}

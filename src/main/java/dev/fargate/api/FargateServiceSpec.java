package dev.fargate.api;

import java.util.List;
import java.util.Map;

public record FargateServiceSpec(
        String environment,
        Task task,
        Integer desiredCount,
        String platformVersion,
        Network network,
        List<LoadBalancer> loadBalancers,
        List<ServiceRegistry> serviceRegistries,
        Deployment deployment,
        Integer healthCheckGracePeriodSeconds,
        AvailabilityZoneRebalancing availabilityZoneRebalancing,
        PropagateTags propagateTags,
        Boolean enableECSManagedTags,
        Integer revisionHistoryLimit,
        Map<String, String> tags) {

    public FargateServiceSpec {
        loadBalancers = Api.filled(loadBalancers);
        serviceRegistries = Api.filled(serviceRegistries);
        tags = Api.filled(tags);
    }

    public record LoadBalancer(String targetGroupArn, String containerName, Integer containerPort) {}

    public record ServiceRegistry(String registryArn, Integer port, String containerName, Integer containerPort) {}

    public record Deployment(
            Integer maximumPercent,
            Integer minimumHealthyPercent,
            CircuitBreaker circuitBreaker,
            Integer progressDeadlineSeconds) {}

    public record CircuitBreaker(Boolean enable, Boolean rollback) {}

    public enum AvailabilityZoneRebalancing {
        ENABLED,
        DISABLED
    }

    public enum PropagateTags {
        NONE,
        SERVICE,
        TASK_DEFINITION
    }
}

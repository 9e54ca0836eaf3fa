package dev.fargate.service;

import dev.fargate.api.FargateServiceSpec;
import dev.fargate.api.FargateServiceSpec.Deployment;
import dev.fargate.aws.SdkTags;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.environment.WorkloadNetwork;
import dev.fargate.routing.Ways;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;
import software.amazon.awssdk.services.ecs.model.ServiceRegistry;

/**
 * The CreateService request that a spec asks for. A field whose absence means a default carries that default (ECS API reference,
 * CreateService), so that removing it from the manifest puts it back; one that is unmanaged when absent stays unset.
 */
final class ServiceRequests {
    private static final String LATEST = "LATEST";
    private static final int MAXIMUM_PERCENT = 200;
    private static final int MINIMUM_HEALTHY_PERCENT = 100;

    private ServiceRequests() {}

    static CreateServiceRequest creation(
            FargateServiceSpec spec,
            ResolvedEnvironment environment,
            Ways ways,
            String name,
            Map<String, String> tags) {
        return CapacityStrategies.of(spec, environment)
                .put(CreateServiceRequest.builder())
                .cluster(environment.clusterArn())
                .serviceName(name)
                .schedulingStrategy(SchedulingStrategy.REPLICA)
                .desiredCount(first(spec))
                .platformVersion(spec.platformVersion() == null ? LATEST : spec.platformVersion())
                .networkConfiguration(WorkloadNetwork.of(spec.network(), environment))
                .deploymentConfiguration(deployment(spec.deployment()))
                .loadBalancers(spec.loadBalancers().stream()
                        .map(balancer -> LoadBalancer.builder()
                                .targetGroupArn(ways.targetGroup(balancer))
                                .containerName(balancer.containerName())
                                .containerPort(balancer.containerPort())
                                .build())
                        .toList())
                .serviceRegistries(spec.serviceRegistries().stream()
                        .map(registry -> ServiceRegistry.builder()
                                .registryArn(registry.registryArn())
                                .port(registry.port())
                                .containerName(registry.containerName())
                                .containerPort(registry.containerPort())
                                .build())
                        .toList())
                .healthCheckGracePeriodSeconds(gracePeriod(spec))
                .availabilityZoneRebalancing(
                        spec.availabilityZoneRebalancing() == null
                                ? null
                                : spec.availabilityZoneRebalancing().name())
                .propagateTags(
                        spec.propagateTags() == null
                                ? "NONE"
                                : spec.propagateTags().name())
                .enableECSManagedTags(Boolean.TRUE.equals(spec.enableECSManagedTags()))
                .enableExecuteCommand(Boolean.TRUE.equals(spec.enableExecuteCommand()))
                .tags(SdkTags.list(tags))
                .build();
    }

    /** Autoscaling, and whoever else owns the count, goes on from here. */
    private static int first(FargateServiceSpec spec) {
        if (spec.desiredCount() != null) {
            return spec.desiredCount();
        }
        return spec.scaling() == null ? 1 : spec.scaling().min();
    }

    /** ECS refuses a grace period on a service without a load balancer, so it is sent only with one. */
    private static Integer gracePeriod(FargateServiceSpec spec) {
        if (spec.healthCheckGracePeriodSeconds() != null) {
            return spec.healthCheckGracePeriodSeconds();
        }
        return spec.loadBalancers().isEmpty() ? null : 0;
    }

    private static DeploymentConfiguration deployment(Deployment deployment) {
        boolean breaker = deployment != null
                && deployment.circuitBreaker() != null
                && Boolean.TRUE.equals(deployment.circuitBreaker().enable());
        return DeploymentConfiguration.builder()
                .maximumPercent(
                        deployment == null || deployment.maximumPercent() == null
                                ? MAXIMUM_PERCENT
                                : deployment.maximumPercent())
                .minimumHealthyPercent(
                        deployment == null || deployment.minimumHealthyPercent() == null
                                ? MINIMUM_HEALTHY_PERCENT
                                : deployment.minimumHealthyPercent())
                .deploymentCircuitBreaker(DeploymentCircuitBreaker.builder()
                        .enable(breaker)
                        .rollback(breaker
                                && Boolean.TRUE.equals(
                                        deployment.circuitBreaker().rollback()))
                        .build())
                .build();
    }
}

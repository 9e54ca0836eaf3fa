package dev.fargate.service;

import dev.fargate.turn.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.AvailabilityZoneRebalancing;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceRegistry;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/**
 * Compares what was declared with what ECS holds, by meaning: lists that ECS treats as sets are compared as sets, what ECS fills in is
 * equal to what was left out, and what nobody declared is not compared.
 */
final class ServiceDifferences {
    private static final String LATEST = "LATEST";
    private static final String NONE = "NONE";

    private final CreateServiceRequest desired;
    private final Service live;
    private final List<ServiceField> fields = new ArrayList<>();

    private ServiceDifferences(CreateServiceRequest desired, Service live) {
        this.desired = desired;
        this.live = live;
    }

    /**
     * The fields in which a live service differs from its desired state.
     *
     * @param revision the task definition's ARN that the service is to run
     */
    static List<ServiceField> between(DesiredService desired, String revision, Service live) {
        Tolerance tolerance = desired.settings().tolerance();
        return new ServiceDifferences(IgnoredParts.keptFrom(live, desired.request(), tolerance), live)
                        .taskDefinition(revision)
                        .count(desired.desiredCount())
                        .platformVersion()
                        .network()
                        .deployment()
                        .loadBalancers()
                        .serviceRegistries()
                        .scalars()
                        .strategy()
                        .executeCommand()
                        .fields
                        .stream()
                        .filter(field -> !tolerance.stays(field.difference().path()))
                        .toList();
    }

    private ServiceDifferences taskDefinition(String revision) {
        if (!revision.equals(live.taskDefinition())) {
            fields.add(ServiceField.rolling(
                    "task", revision, live.taskDefinition(), update -> update.taskDefinition(revision)));
        }
        return this;
    }

    private ServiceDifferences count(Optional<Integer> count) {
        count.filter(wanted -> !wanted.equals(live.desiredCount()))
                .ifPresent(wanted -> fields.add(ServiceField.plain(
                        "desiredCount", wanted, live.desiredCount(), update -> update.desiredCount(wanted))));
        return this;
    }

    private ServiceDifferences platformVersion() {
        String found = live.platformVersion() == null ? LATEST : live.platformVersion();
        if (!desired.platformVersion().equals(found)) {
            fields.add(ServiceField.rolling(
                    "platformVersion",
                    desired.platformVersion(),
                    found,
                    update -> update.platformVersion(desired.platformVersion())));
        }
        return this;
    }

    private ServiceDifferences network() {
        AwsVpcConfiguration wanted = desired.networkConfiguration().awsvpcConfiguration();
        AwsVpcConfiguration found = live.networkConfiguration() == null
                        || live.networkConfiguration().awsvpcConfiguration() == null
                ? AwsVpcConfiguration.builder().build()
                : live.networkConfiguration().awsvpcConfiguration();
        boolean groups = !wanted.hasSecurityGroups() || same(wanted.securityGroups(), found.securityGroups());
        if (!same(wanted.subnets(), found.subnets())
                || !groups
                || !wanted.assignPublicIpAsString().equals(publicIp(found))) {
            fields.add(ServiceField.rolling(
                    "network",
                    text(wanted),
                    text(found),
                    update -> update.networkConfiguration(desired.networkConfiguration())));
        }
        return this;
    }

    private ServiceDifferences deployment() {
        DeploymentConfiguration wanted = desired.deploymentConfiguration();
        DeploymentConfiguration found = live.deploymentConfiguration() == null
                ? DeploymentConfiguration.builder().build()
                : live.deploymentConfiguration();
        if (!text(wanted).equals(text(found))) {
            fields.add(ServiceField.plain(
                    "deployment", text(wanted), text(found), update -> update.deploymentConfiguration(wanted)));
        }
        return this;
    }

    private ServiceDifferences loadBalancers() {
        Set<String> wanted = texts(
                desired.loadBalancers().stream().map(ServiceDifferences::text).toList());
        Set<String> found = texts(
                live.loadBalancers().stream().map(ServiceDifferences::text).toList());
        if (!wanted.equals(found)) {
            fields.add(ServiceField.rolling(
                    "loadBalancers", wanted, found, update -> update.loadBalancers(desired.loadBalancers())));
        }
        return this;
    }

    private ServiceDifferences serviceRegistries() {
        Set<String> wanted = texts(desired.serviceRegistries().stream()
                .map(ServiceDifferences::text)
                .toList());
        Set<String> found = texts(
                live.serviceRegistries().stream().map(ServiceDifferences::text).toList());
        if (!wanted.equals(found)) {
            fields.add(ServiceField.rolling(
                    "serviceRegistries",
                    wanted,
                    found,
                    update -> update.serviceRegistries(desired.serviceRegistries())));
        }
        return this;
    }

    private ServiceDifferences scalars() {
        plain(
                "healthCheckGracePeriodSeconds",
                zeroIfAbsent(desired.healthCheckGracePeriodSeconds()),
                zeroIfAbsent(live.healthCheckGracePeriodSeconds()),
                update -> update.healthCheckGracePeriodSeconds(zeroIfAbsent(desired.healthCheckGracePeriodSeconds())));
        plain(
                "propagateTags",
                desired.propagateTagsAsString(),
                live.propagateTags() == null ? NONE : live.propagateTagsAsString(),
                update -> update.propagateTags(desired.propagateTagsAsString()));
        plain(
                "enableECSManagedTags",
                desired.enableECSManagedTags(),
                Boolean.TRUE.equals(live.enableECSManagedTags()),
                update -> update.enableECSManagedTags(desired.enableECSManagedTags()));
        if (desired.availabilityZoneRebalancing() != null) {
            plain(
                    "availabilityZoneRebalancing",
                    desired.availabilityZoneRebalancingAsString(),
                    live.availabilityZoneRebalancing() == null
                            ? AvailabilityZoneRebalancing.DISABLED.toString()
                            : live.availabilityZoneRebalancingAsString(),
                    update -> update.availabilityZoneRebalancing(desired.availabilityZoneRebalancing()));
        }
        return this;
    }

    private ServiceDifferences strategy() {
        CapacityStrategies.difference(desired, live).ifPresent(fields::add);
        return this;
    }

    private ServiceDifferences executeCommand() {
        boolean wanted = Boolean.TRUE.equals(desired.enableExecuteCommand());
        boolean found = Boolean.TRUE.equals(live.enableExecuteCommand());
        if (wanted != found) {
            // ECS API reference, UpdateService: "This parameter doesn't trigger a new service deployment."
            fields.add(ServiceField.plain(
                    "enableExecuteCommand",
                    wanted + " for new tasks (fargate.dev/restart-at replaces those that run)",
                    found,
                    update -> update.enableExecuteCommand(wanted)));
        }
        return this;
    }

    private void plain(String path, Object wanted, Object found, Consumer<UpdateServiceRequest.Builder> put) {
        if (!Objects.equals(wanted, found)) {
            fields.add(ServiceField.plain(path, wanted, found, put));
        }
    }

    private static int zeroIfAbsent(Integer value) {
        return value == null ? 0 : value;
    }

    private static boolean same(List<String> one, List<String> other) {
        return Set.copyOf(one).equals(Set.copyOf(other));
    }

    private static Set<String> texts(List<String> items) {
        return new TreeSet<>(items);
    }

    private static String publicIp(AwsVpcConfiguration network) {
        return network.assignPublicIp() == null ? AssignPublicIp.DISABLED.toString() : network.assignPublicIpAsString();
    }

    private static String text(AwsVpcConfiguration network) {
        return "subnets %s, security groups %s, public IP %s"
                .formatted(texts(network.subnets()), texts(network.securityGroups()), publicIp(network));
    }

    private static String text(DeploymentConfiguration deployment) {
        DeploymentCircuitBreaker breaker = deployment.deploymentCircuitBreaker() == null
                ? DeploymentCircuitBreaker.builder().build()
                : deployment.deploymentCircuitBreaker();
        return "%d/%d, circuit breaker %s, rollback %s"
                .formatted(
                        deployment.maximumPercent() == null ? 200 : deployment.maximumPercent(),
                        deployment.minimumHealthyPercent() == null ? 100 : deployment.minimumHealthyPercent(),
                        Boolean.TRUE.equals(breaker.enable()) ? "on" : "off",
                        Boolean.TRUE.equals(breaker.rollback()) ? "on" : "off");
    }

    private static String text(LoadBalancer balancer) {
        return balancer.targetGroupArn() + " " + balancer.containerName() + ":" + balancer.containerPort();
    }

    private static String text(ServiceRegistry registry) {
        return registry.registryArn()
                + (registry.containerName() == null
                        ? ""
                        : " " + registry.containerName() + ":" + registry.containerPort())
                + (registry.port() == null ? "" : " port " + registry.port());
    }
}

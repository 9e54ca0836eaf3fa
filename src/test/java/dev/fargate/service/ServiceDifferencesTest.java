package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/** AWS's own defaults and orders are no drift; everything that was declared is. */
class ServiceDifferencesTest {
    private static final LoadBalancer A = balancer("a");
    private static final LoadBalancer B = balancer("b");
    private static final CreateServiceRequest DESIRED = CreateServiceRequest.builder()
            .launchType("FARGATE")
            .platformVersion("LATEST")
            .networkConfiguration(network -> network.awsvpcConfiguration(vpc -> vpc.subnets("subnet-a", "subnet-b")
                    .securityGroups("sg-a", "sg-b")
                    .assignPublicIp("DISABLED")))
            .deploymentConfiguration(deployment -> deployment
                    .maximumPercent(200)
                    .minimumHealthyPercent(100)
                    .deploymentCircuitBreaker(breaker -> breaker.enable(false).rollback(false)))
            .loadBalancers(A, B)
            .propagateTags("NONE")
            .enableECSManagedTags(false)
            .build();
    private static final Service LIVE =
            UpdatedService.created(DESIRED, ServiceCase.NOW).copy(live -> live.taskDefinition("arn:1"));

    static List<Arguments> what_AWS_fills_in_or_orders_is_no_drift() {
        return List.of(
                row("launchType is left out beside a strategy", live -> live.launchType((String) null)),
                row("platformVersion absent is LATEST", live -> live.platformVersion(null)),
                row(
                        "subnets and groups are sets",
                        live -> live.networkConfiguration(
                                network -> network.awsvpcConfiguration(vpc -> vpc.subnets("subnet-b", "subnet-a")
                                        .securityGroups("sg-b", "sg-a")
                                        .assignPublicIp("DISABLED")))),
                row(
                        "no public address when it is left out",
                        live -> live.networkConfiguration(network -> network.awsvpcConfiguration(
                                vpc -> vpc.subnets("subnet-a", "subnet-b").securityGroups("sg-a", "sg-b")))),
                row("target groups are a set", live -> live.loadBalancers(B, A)),
                row(
                        "deployment configuration absent is 200/100",
                        live -> live.deploymentConfiguration(deployment -> deployment.strategy("ROLLING"))),
                row("grace period 0 is absent", live -> live.healthCheckGracePeriodSeconds(0)),
                row("propagateTags absent is NONE", live -> live.propagateTags((String) null)),
                row("managed tags absent are off", live -> live.enableECSManagedTags(null)),
                row("rebalancing that nobody declared", live -> live.availabilityZoneRebalancing("ENABLED")),
                row("a count that nobody declared", live -> live.desiredCount(7)),
                row("a strategy of nothing is the launch type", live -> live.capacityProviderStrategy(List.of())),
                row("execute command absent is off", live -> live.enableExecuteCommand(null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_AWS_fills_in_or_orders_is_no_drift(String row, Consumer<Service.Builder> filled) {
        assertThat(between(DESIRED, LIVE.copy(filled))).as(row).isEmpty();
    }

    static List<Arguments> what_was_declared_and_differs_is_put() {
        return List.of(
                put("task", true, live -> live.taskDefinition("arn:2")),
                put("platformVersion", true, live -> live.platformVersion("1.3.0")),
                put(
                        "network",
                        true,
                        live -> live.networkConfiguration(network -> network.awsvpcConfiguration(
                                vpc -> vpc.subnets("subnet-a").assignPublicIp("DISABLED")))),
                put("loadBalancers", true, live -> live.loadBalancers(A)),
                put(
                        "serviceRegistries",
                        true,
                        live -> live.serviceRegistries(registry -> registry.registryArn("arn:registry"))),
                put(
                        "capacityProviderStrategy",
                        true,
                        live -> live.capacityProviderStrategy(CapacityProviderStrategyItem.builder()
                                .capacityProvider("FARGATE_SPOT")
                                .build())),
                put(
                        "deployment",
                        false,
                        live -> live.deploymentConfiguration(deployment -> deployment.minimumHealthyPercent(50))),
                put("healthCheckGracePeriodSeconds", false, live -> live.healthCheckGracePeriodSeconds(9)),
                put("propagateTags", false, live -> live.propagateTags("SERVICE")),
                put("enableECSManagedTags", false, live -> live.enableECSManagedTags(true)),
                put("enableExecuteCommand", false, live -> live.enableExecuteCommand(true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_was_declared_and_differs_is_put(String path, boolean rolls, Consumer<Service.Builder> drift) {
        List<ServiceField> fields = between(DESIRED, LIVE.copy(drift));

        assertThat(fields).singleElement().satisfies(field -> {
            assertThat(field.difference().path()).isEqualTo(path);
            assertThat(field.rolls()).isEqualTo(rolls);
        });
    }

    @Test
    void groups_that_nobody_named_are_the_default_group_of_the_VPC_and_no_drift() {
        CreateServiceRequest desired = DESIRED.toBuilder()
                .networkConfiguration(network -> network.awsvpcConfiguration(
                        vpc -> vpc.subnets("subnet-a", "subnet-b").assignPublicIp("DISABLED")))
                .build();

        assertThat(between(desired, LIVE)).isEmpty();
    }

    @Test
    void a_list_is_removed_by_an_explicit_empty_one() {
        CreateServiceRequest desired =
                DESIRED.toBuilder().loadBalancers(List.of()).build();

        UpdateServiceRequest update = put(between(desired, LIVE));

        assertThat(update.hasLoadBalancers()).isTrue();
        assertThat(update.loadBalancers()).isEmpty();
        assertThat(update.hasServiceRegistries()).as("unset is not sent").isFalse();
    }

    @Test
    void a_strategy_goes_back_to_the_launch_type_by_a_forced_deployment() {
        Service live = LIVE.copy(service -> service.capacityProviderStrategy(
                item -> item.capacityProvider("FARGATE_SPOT").weight(1)));

        UpdateServiceRequest update = put(between(DESIRED, live));

        assertThat(update.hasCapacityProviderStrategy()).isTrue();
        assertThat(update.capacityProviderStrategy()).isEmpty();
        assertThat(update.forceNewDeployment()).isTrue();
    }

    @Test
    void a_strategy_is_a_map_by_provider_in_which_absent_is_0() {
        CreateServiceRequest desired = strategy(item("FARGATE", 1, 1), item("FARGATE_SPOT", null, 4));
        Service live = LIVE.copy(service -> service.launchType((String) null)
                .capacityProviderStrategy(item("FARGATE_SPOT", 0, 4), item("FARGATE", 1, 1)));

        assertThat(between(desired, live)).isEmpty();
        assertThat(between(
                        desired,
                        live.copy(service ->
                                service.capacityProviderStrategy(item("FARGATE_SPOT", 0, 5), item("FARGATE", 1, 1)))))
                .hasSize(1);
    }

    @Test
    void a_changed_strategy_is_put_whole_with_a_forced_deployment() {
        UpdateServiceRequest update = put(between(strategy(item("FARGATE_SPOT", null, 1)), LIVE));

        assertThat(update.capacityProviderStrategy()).containsExactly(item("FARGATE_SPOT", 0, 1));
        assertThat(update.forceNewDeployment()).isTrue();
    }

    @Test
    void a_strategy_is_part_of_what_a_rollout_brings_and_none_leaves_the_hash_as_it_ever_was() {
        String without = Desired.of(DESIRED).rolloutHash();

        assertThat(without).as("an upgrade rolls nothing").isEqualTo("1q8vhfj9hvqpki11ardgsute4p");
        assertThat(Desired.of(strategy(item("FARGATE_SPOT", 0, 1))).rolloutHash())
                .isNotEqualTo(without)
                .isEqualTo(Desired.of(strategy(item("FARGATE_SPOT", null, 1))).rolloutHash())
                .isNotEqualTo(Desired.of(strategy(item("FARGATE_SPOT", 0, 2))).rolloutHash());
    }

    private static CreateServiceRequest strategy(CapacityProviderStrategyItem... items) {
        return new CapacityStrategies(List.of(items))
                .put(DESIRED.toBuilder().launchType((String) null))
                .build();
    }

    private static CapacityProviderStrategyItem item(String provider, Integer base, Integer weight) {
        return CapacityProviderStrategyItem.builder()
                .capacityProvider(provider)
                .base(base)
                .weight(weight)
                .build();
    }

    private static UpdateServiceRequest put(List<ServiceField> fields) {
        UpdateServiceRequest.Builder update = UpdateServiceRequest.builder();
        fields.forEach(field -> field.put().accept(update));
        return update.build();
    }

    private static List<ServiceField> between(CreateServiceRequest request, Service live) {
        return ServiceDifferences.between(Desired.of(request), "arn:1", live);
    }

    private static LoadBalancer balancer(String name) {
        return LoadBalancer.builder()
                .targetGroupArn("arn:tg:" + name)
                .containerName("web")
                .containerPort(80)
                .build();
    }

    private static Arguments row(String row, Consumer<Service.Builder> change) {
        return Arguments.of(row, change);
    }

    private static Arguments put(String path, boolean rolls, Consumer<Service.Builder> change) {
        return Arguments.of(path, rolls, change);
    }
}

package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.Look;
import dev.fargate.aws.SdkTags;
import dev.fargate.engine.Plan;
import dev.fargate.taskdefinition.OwnRevisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceRegistry;

/** Whatever ECS holds and whatever is desired: what is planned, once put, leaves nothing to plan. */
class PlanningIsIdempotentTest {
    private static final Instant NOW = ServiceCase.NOW;
    private static final String REVISION = "arn:aws:ecs:eu-west-1:123456789012:task-definition/shop_web:1";

    @RepeatedTest(300)
    void a_plan_that_was_carried_out_is_followed_by_none(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        DesiredService desired = desired(random);
        Service live = UpdatedService.created(desired(random).request(), NOW)
                .copy(service -> service.taskDefinition("arn:other:" + random.nextInt(3)));

        Service after = putAll(live, plan(desired, live));

        assertThat(plan(desired, after).steps()).isEmpty();
    }

    @RepeatedTest(50)
    void a_service_just_created_needs_no_change(RepetitionInfo repetition) {
        DesiredService desired = desired(new Random(repetition.getCurrentRepetition()));

        Service created = UpdatedService.created(
                desired.request().toBuilder().taskDefinition(REVISION).build(), NOW);

        assertThat(plan(desired, created).steps()).isEmpty();
    }

    private static Plan<ServiceStep> plan(DesiredService desired, Service live) {
        Memory memory = Learnt.from(
                desired,
                Memory.of(null)
                        .withRevisions(OwnRevisions.NONE.current(
                                REVISION, desired.task().hash())),
                live);
        Move move = new ServicePlanner(desired, memory, ServiceCase.EXISTENCE, NOW)
                .plan(Optional.of(new Look.Found(live, NOW)));
        assertThat(move).isInstanceOf(Move.Go.class);
        return ((Move.Go) move).plan();
    }

    private static Service putAll(Service live, Plan<ServiceStep> plan) {
        Service service = live;
        for (ServiceStep step : plan.steps()) {
            service = switch (step) {
                case ServiceStep.Update update ->
                    UpdatedService.updated(service, update.request().build(), NOW);
                case ServiceStep.Tag tag when tag.arn().equals(live.serviceArn()) -> tagged(service, tag);
                case ServiceStep.Tag tag -> service;
                default -> throw new AssertionError(step.change());
            };
        }
        return service;
    }

    private static Service tagged(Service service, ServiceStep.Tag tag) {
        Map<String, String> tags = new HashMap<>(SdkTags.map(service.tags()));
        tags.putAll(tag.tags().put());
        tag.tags().remove().forEach(tags::remove);
        return service.copy(copy -> copy.tags(SdkTags.list(tags)));
    }

    private static DesiredService desired(Random random) {
        Map<String, String> tags = new HashMap<>(Desired.OWNER.tags());
        tags.put("stage", one(random, "development", "production"));
        if (random.nextBoolean()) {
            tags.put("team", "shop");
        }
        CreateServiceRequest request = new CapacityStrategies(strategy(random))
                .put(CreateServiceRequest.builder())
                .cluster("arn:cluster")
                .serviceName("shop_web")
                .desiredCount(1 + random.nextInt(3))
                .platformVersion(one(random, "LATEST", "1.4.0"))
                .networkConfiguration(network -> network.awsvpcConfiguration(vpc(random)))
                .deploymentConfiguration(deployment -> deployment
                        .maximumPercent(one(random, 150, 200))
                        .minimumHealthyPercent(one(random, 50, 100))
                        .deploymentCircuitBreaker(
                                breaker -> breaker.enable(random.nextBoolean()).rollback(random.nextBoolean())))
                .loadBalancers(some(
                        random,
                        LoadBalancer.builder()
                                .targetGroupArn("arn:tg:a")
                                .containerPort(80)
                                .build(),
                        LoadBalancer.builder()
                                .targetGroupArn("arn:tg:b")
                                .containerPort(81)
                                .build()))
                .serviceRegistries(some(
                        random,
                        ServiceRegistry.builder().registryArn("arn:registry").build()))
                .healthCheckGracePeriodSeconds(one(random, null, 0, 60))
                .availabilityZoneRebalancing(one(random, null, "ENABLED", "DISABLED"))
                .propagateTags(one(random, "NONE", "SERVICE", "TASK_DEFINITION"))
                .enableECSManagedTags(random.nextBoolean())
                .enableExecuteCommand(random.nextBoolean())
                .tags(SdkTags.list(tags))
                .build();
        return Desired.of(request, random.nextBoolean() ? Optional.of(request.desiredCount()) : Optional.empty());
    }

    private static AwsVpcConfiguration vpc(Random random) {
        return AwsVpcConfiguration.builder()
                .subnets(some(random, "subnet-a", "subnet-b", "subnet-c"))
                .securityGroups(random.nextBoolean() ? null : some(random, "sg-a", "sg-b"))
                .assignPublicIp(one(random, "ENABLED", "DISABLED"))
                .build();
    }

    /** Absent shares, other orders, one provider, two or none. */
    private static List<CapacityProviderStrategyItem> strategy(Random random) {
        List<CapacityProviderStrategyItem> items = new ArrayList<>(some(
                random,
                CapacityProviderStrategyItem.builder()
                        .capacityProvider("FARGATE")
                        .base(one(random, null, 0, 1))
                        .weight(1)
                        .build(),
                CapacityProviderStrategyItem.builder()
                        .capacityProvider("FARGATE_SPOT")
                        .weight(one(random, null, 0, 4))
                        .build()));
        Collections.shuffle(items, random);
        return items;
    }

    @SafeVarargs
    private static <T> T one(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @SafeVarargs
    private static <T> List<T> some(Random random, T... choices) {
        return List.of(choices).stream().filter(choice -> random.nextBoolean()).toList();
    }
}

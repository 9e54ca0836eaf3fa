package dev.fargate.schedule;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.api.FargateScheduleSpec;
import dev.fargate.aws.ContentHash;
import dev.fargate.aws.Digest;
import dev.fargate.cron.Timetable;
import dev.fargate.turn.Tolerance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.TaskOverride;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.DeadLetterConfig;
import software.amazon.awssdk.services.scheduler.model.EcsParameters;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindow;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.RetryPolicy;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * A schedule as CreateSchedule and UpdateSchedule take it. Pure.
 *
 * @param tolerance what of a schedule that is there stays
 */
record SchedulerRequests(DesiredSchedule desired, FargateScheduleSpec spec, Tolerance tolerance, Instant now) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same, with more that stays. */
    SchedulerRequests tolerating(Tolerance other) {
        return new SchedulerRequests(desired, spec, other, now);
    }

    /** Names the settings that may drift. The request itself is never hashed: the SDK fills a token in as it is read. */
    String settingsHash() {
        CreateScheduleRequest asked = asked("", "", Optional.empty());
        EcsParameters tasks = asked.target().ecsParameters();
        Target settings = Target.builder()
                .retryPolicy(asked.target().retryPolicy())
                .ecsParameters(kept -> kept.taskCount(tasks.taskCount())
                        .launchType(tasks.launchType())
                        .capacityProviderStrategy(
                                tasks.hasCapacityProviderStrategy() ? tasks.capacityProviderStrategy() : null)
                        .platformVersion(tasks.platformVersion())
                        .networkConfiguration(tasks.networkConfiguration()))
                .build();
        return Digest.token(
                asked.stateAsString() + ContentHash.of(asked.flexibleTimeWindow()) + ContentHash.of(settings));
    }

    /**
     * The whole of it.
     *
     * @param live what is there now
     */
    CreateScheduleRequest of(String revision, String roleArn, Optional<GetScheduleResponse> live) {
        CreateScheduleRequest request = asked(revision, roleArn, live);
        if (live.isEmpty()) {
            return request;
        }
        for (SchedulerSetting setting : SchedulerSetting.ALL) {
            request = tolerance.stays(setting.field()) ? setting.keptFrom(live.get(), request) : request;
        }
        return request;
    }

    private CreateScheduleRequest asked(String revision, String roleArn, Optional<GetScheduleResponse> live) {
        Timetable timetable = desired.timetable();
        Home home = desired.home();
        return CreateScheduleRequest.builder()
                .groupName(home.group())
                .name(home.schedule())
                .description(SchedulerNames.description(home.owner()))
                .scheduleExpression(timetable.expression().text())
                .scheduleExpressionTimezone(timetable.zone().getId())
                .startDate(start(timetable, live).orElse(null))
                .endDate(timetable.end().orElse(null))
                .flexibleTimeWindow(window())
                .state(Boolean.TRUE.equals(spec.suspend()) ? ScheduleState.DISABLED : ScheduleState.ENABLED)
                .actionAfterCompletion(ActionAfterCompletion.NONE)
                .kmsKeyArn(spec.kmsKeyArn())
                .clientToken(Digest.token(home.owner().uid() + "/" + home.schedule() + "/" + now.getEpochSecond()))
                .target(target(revision, roleArn))
                .build();
    }

    /** A start that has passed means nothing any more, and AWS refuses one that is more than five minutes ago. */
    private Optional<Instant> start(Timetable timetable, Optional<GetScheduleResponse> live) {
        return timetable
                .start()
                .filter(start -> start.isAfter(now)
                        || live.filter(schedule -> start.equals(schedule.startDate()))
                                .isPresent());
    }

    private FlexibleTimeWindow window() {
        return spec.flexibleTimeWindowMinutes() == null
                ? FlexibleTimeWindow.builder().mode(FlexibleTimeWindowMode.OFF).build()
                : FlexibleTimeWindow.builder()
                        .mode(FlexibleTimeWindowMode.FLEXIBLE)
                        .maximumWindowInMinutes(spec.flexibleTimeWindowMinutes())
                        .build();
    }

    private Target target(String revision, String roleArn) {
        RunTaskRequest run = desired.run().request();
        return Target.builder()
                .arn(run.cluster())
                .roleArn(roleArn)
                .deadLetterConfig(
                        spec.deadLetterQueueArn() == null
                                ? null
                                : DeadLetterConfig.builder()
                                        .arn(spec.deadLetterQueueArn())
                                        .build())
                .retryPolicy(
                        spec.retryPolicy() == null
                                ? null
                                : RetryPolicy.builder()
                                        .maximumRetryAttempts(spec.retryPolicy().maximumRetryAttempts())
                                        .maximumEventAgeInSeconds(
                                                spec.retryPolicy().maximumEventAgeInSeconds())
                                        .build())
                .input(input(run.overrides()))
                .ecsParameters(parameters(run, revision))
                .build();
    }

    private EcsParameters parameters(RunTaskRequest run, String revision) {
        AwsVpcConfiguration network = run.networkConfiguration().awsvpcConfiguration();
        List<CapacityProviderStrategyItem> strategy = run.capacityProviderStrategy().stream()
                .map(item -> CapacityProviderStrategyItem.builder()
                        .capacityProvider(item.capacityProvider())
                        .base(item.base())
                        .weight(item.weight())
                        .build())
                .toList();
        return EcsParameters.builder()
                .taskDefinitionArn(revision)
                .taskCount(spec.count() == null ? 1 : spec.count())
                .launchType(run.launchTypeAsString())
                .capacityProviderStrategy(strategy.isEmpty() ? null : strategy)
                .platformVersion(run.platformVersion())
                .networkConfiguration(
                        configuration -> configuration.awsvpcConfiguration(vpc -> vpc.subnets(network.subnets())
                                .securityGroups(network.hasSecurityGroups() ? network.securityGroups() : null)
                                .assignPublicIp(network.assignPublicIpAsString())))
                .group(spec.group())
                .propagateTags(run.propagateTagsAsString())
                .enableECSManagedTags(run.enableECSManagedTags())
                .enableExecuteCommand(run.enableExecuteCommand())
                .tags(run.tags().stream()
                        .map(tag -> Map.of("key", tag.key(), "value", tag.value()))
                        .toList())
                .build();
    }

    /** An ECS target takes RunTask's overrides as its input. */
    private static String input(TaskOverride overrides) {
        if (overrides == null || !overrides.hasContainerOverrides()) {
            return null;
        }
        ArrayNode containers = JSON.createArrayNode();
        overrides.containerOverrides().forEach(container -> containers.add(container(container)));
        return JSON.createObjectNode()
                .<ObjectNode>set("containerOverrides", containers)
                .toString();
    }

    private static ObjectNode container(ContainerOverride override) {
        ObjectNode container = JSON.createObjectNode().put("name", override.name());
        if (override.hasCommand()) {
            override.command().forEach(container.putArray("command")::add);
        }
        if (override.hasEnvironment()) {
            ArrayNode variables = container.putArray("environment");
            override.environment()
                    .forEach(pair ->
                            variables.addObject().put("name", pair.name()).put("value", pair.value()));
        }
        if (override.cpu() != null) {
            container.put("cpu", override.cpu());
        }
        if (override.memory() != null) {
            container.put("memory", override.memory());
        }
        if (override.memoryReservation() != null) {
            container.put("memoryReservation", override.memoryReservation());
        }
        return container;
    }
}

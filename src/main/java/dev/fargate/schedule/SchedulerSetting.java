package dev.fargate.schedule;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.EcsParameters;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * A setting that may stay as somebody else has made it. When it runs, what, and with which rights is none: the status tells the next run by
 * the spec, and a role is made for what the spec names.
 *
 * @param field its name in the spec
 * @param paths what it is in EventBridge Scheduler's API
 * @param keep puts it into a request as it is
 */
record SchedulerSetting(
        String field, List<String> paths, BiConsumer<CreateScheduleRequest.Builder, GetScheduleResponse> keep) {
    static final List<SchedulerSetting> ALL = List.of(
            new SchedulerSetting("suspend", List.of("state"), (kept, live) -> kept.state(live.stateAsString())),
            new SchedulerSetting(
                    "flexibleTimeWindowMinutes",
                    List.of("flexibleTimeWindow"),
                    (kept, live) -> kept.flexibleTimeWindow(live.flexibleTimeWindow())),
            new SchedulerSetting(
                    "retryPolicy",
                    List.of("target.retryPolicy"),
                    ofTarget((kept, live) -> kept.retryPolicy(live.retryPolicy()))),
            new SchedulerSetting(
                    "count",
                    List.of("target.ecsParameters.taskCount"),
                    ofTasks((kept, live) -> kept.taskCount(live.taskCount()))),
            new SchedulerSetting(
                    "capacityProviderStrategy",
                    List.of("target.ecsParameters.capacityProviderStrategy", "target.ecsParameters.launchType"),
                    ofTasks((kept, live) -> kept.capacityProviderStrategy(
                                    live.hasCapacityProviderStrategy() ? live.capacityProviderStrategy() : null)
                            .launchType(live.launchTypeAsString()))),
            new SchedulerSetting(
                    "platformVersion",
                    List.of("target.ecsParameters.platformVersion"),
                    ofTasks((kept, live) -> kept.platformVersion(live.platformVersion()))),
            new SchedulerSetting(
                    "network",
                    List.of("target.ecsParameters.networkConfiguration"),
                    ofTasks((kept, live) -> kept.networkConfiguration(live.networkConfiguration()))));

    SchedulerSetting {
        paths = List.copyOf(paths);
    }

    /** The setting that a field of the API belongs to. */
    static Optional<SchedulerSetting> at(String path) {
        return ALL.stream()
                .filter(setting ->
                        setting.paths.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + ".")))
                .findFirst();
    }

    /** A request with this setting as it is. */
    CreateScheduleRequest keptFrom(GetScheduleResponse live, CreateScheduleRequest request) {
        CreateScheduleRequest.Builder kept = request.toBuilder();
        keep.accept(kept, live);
        return kept.build();
    }

    private static BiConsumer<CreateScheduleRequest.Builder, GetScheduleResponse> ofTarget(
            BiConsumer<Target.Builder, Target> part) {
        return (kept, live) -> kept.target(kept.build().target().copy(target -> part.accept(target, live.target())));
    }

    private static BiConsumer<CreateScheduleRequest.Builder, GetScheduleResponse> ofTasks(
            BiConsumer<EcsParameters.Builder, EcsParameters> part) {
        return ofTarget((kept, live) -> kept.ecsParameters(
                kept.build().ecsParameters().copy(tasks -> part.accept(tasks, live.ecsParameters()))));
    }
}

package dev.fargate.task;

import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.RunCost;
import dev.fargate.api.TaskAttempt;
import dev.fargate.cost.Estimate;
import dev.fargate.cost.PriceTable;
import dev.fargate.cost.PricedTask;
import dev.fargate.cost.SpotShare;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskOverride;

/** What the tasks of a run that ended have cost. Pure. */
record RunBill(PriceTable prices) {
    /** AWS Fargate pricing: "rounded up to the nearest second", and a minimum of one minute. */
    private static final int LEAST_SECONDS = 60;

    /**
     * The status with the cost of what ended since the last one.
     *
     * @param before the status that the turn began with, or null
     */
    FargateTaskStatus on(
            FargateTaskStatus status, FargateTaskStatus before, List<TaskAttempt> ended, Optional<DesiredRun> desired) {
        Optional<RunCost> known = Optional.ofNullable(before).map(FargateTaskStatus::cost);
        long seconds = known.map(RunCost::taskSeconds).orElse(0L)
                + ended.stream().mapToLong(RunBill::seconds).sum();
        Optional<Estimate> hour = desired.flatMap(this::ofAnHour);
        if (seconds == 0 || (hour.isEmpty() && known.isEmpty())) {
            return status;
        }
        // Without a price, as when the environment is gone, the last sum stays, and the seconds are counted for the
        // next one.
        return status.with(hour.map(each -> new RunCost(
                        each.during(Duration.ofSeconds(seconds)),
                        prices.currency(),
                        prices.date().toString(),
                        seconds))
                .orElseGet(() -> new RunCost(
                        known.get().total(), known.get().currency(), known.get().prices(), seconds)));
    }

    /** Of one task, with the share of Spot that its strategy asks for. */
    private Optional<Estimate> ofAnHour(DesiredRun desired) {
        return prices.of(desired.where().scope().region()).flatMap(region -> desired.source()
                .content()
                .map(content -> region.of(
                        sized(content, desired.template().overrides()),
                        SpotShare.of(desired.template().capacityProviderStrategy(), 1))));
    }

    private static PricedTask sized(RegisterTaskDefinitionRequest content, TaskOverride overrides) {
        return overrides == null
                ? PricedTask.of(content)
                : PricedTask.of(content.copy(task -> {
                    Optional.ofNullable(overrides.cpu()).ifPresent(task::cpu);
                    Optional.ofNullable(overrides.memory()).ifPresent(task::memory);
                    Optional.ofNullable(overrides.ephemeralStorage()).ifPresent(task::ephemeralStorage);
                }));
    }

    /** Nothing is charged for a task that never ran. */
    private static long seconds(TaskAttempt attempt) {
        return attempt.seconds() == null ? 0 : Math.max(LEAST_SECONDS, attempt.seconds());
    }
}

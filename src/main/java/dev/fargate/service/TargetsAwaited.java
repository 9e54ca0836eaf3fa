package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.diagnosis.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a rollout of a service behind a load balancer takes so long that its targets are worth a look. Pure. */
final class TargetsAwaited {
    /** Healthy targets take 10 to 150 seconds by the usual settings of target groups. */
    private static final Duration FIRST = Duration.ofMinutes(1);

    private static final Duration AGAIN = Duration.ofMinutes(5);

    private TargetsAwaited() {}

    /** When the last look became due: by a task that failed the check, or by the time that the rollout has taken. */
    static Optional<Instant> since(Memory memory, Instant now) {
        Optional<Instant> began = memory.rollout().map(Rollout::since).map(Instant::parse);
        Stream<Instant> failed = memory.stopped().stream()
                .filter(task -> Cause.LoadBalancerHealth.name().equals(task.cause()))
                .map(TaskEndings::at)
                .filter(at -> began.filter(at::isBefore).isEmpty());
        Stream<Instant> slow = memory
                .rollout()
                .filter(rollout -> rollout.state() == RolloutState.IN_PROGRESS)
                .flatMap(rollout -> began)
                .map(start -> start.plus(FIRST))
                .filter(due -> !due.isAfter(now))
                .map(due ->
                        due.plus(AGAIN.multipliedBy(Duration.between(due, now).dividedBy(AGAIN))))
                .stream();
        return Stream.concat(failed, slow).max(Comparator.naturalOrder());
    }
}

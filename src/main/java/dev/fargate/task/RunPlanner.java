package dev.fargate.task;

import dev.fargate.api.FargateTaskStatus.Failure;
import dev.fargate.api.FargateTaskStatus.Launch;
import dev.fargate.engine.Plan;
import dev.fargate.task.History.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans the way from what is remembered to the end of the run. Pure. */
record RunPlanner(DesiredRun.Limits limits, Rhythm rhythm, Instant now) {
    /**
     * A client token lives at least an hour beyond the end of its tasks (ECS API reference, "Ensuring idempotency"), so for so long a
     * call may be made again without a thought.
     */
    static final Duration REPEATED = Duration.ofMinutes(50);

    /** Why a run has failed that was not complete in time. */
    static final String OVERDUE = "DeadlineExceeded";

    /** The memory with what time and counts have decided by now. */
    RunMemory decided(RunMemory memory) {
        if (memory.history().failure().isPresent() || memory.isFinished() || limits.suspended()) {
            return memory;
        }
        return failure(memory).map(memory::failed).orElse(memory);
    }

    /** Nothing runs any more, and nothing is to. */
    boolean isOver(RunMemory memory) {
        boolean idle = memory.launches().open().isEmpty();
        return idle && (memory.history().failure().isPresent() || memory.tally().succeeded() >= limits.completions());
    }

    /** Something runs, or may, that is not to. */
    boolean isToStop(RunMemory memory) {
        boolean unwanted = limits.suspended() || memory.history().failure().isPresent();
        return unwanted && !memory.launches().open().isEmpty();
    }

    /** When the run fails if it is not complete by then. */
    Optional<Instant> deadline(RunMemory memory) {
        return limits.end(memory).filter(end -> !limits.suspended()).filter(now::isBefore);
    }

    private Optional<Failure> failure(RunMemory memory) {
        Tally tally = memory.tally();
        if (tally.succeeded() >= limits.completions()) {
            return Optional.empty();
        }
        if (tally.failed() > limits.backoffLimit()) {
            return Optional.of(new Failure(
                    "BackoffLimitExceeded",
                    "%s failed, and backoffLimit is %d.%s"
                            .formatted(
                                    RunStep.tasks(tally.failed()),
                                    limits.backoffLimit(),
                                    memory.history()
                                            .lastTrouble()
                                            .map(attempt -> " " + attempt.meaning())
                                            .orElse(""))));
        }
        return limits.end(memory)
                .filter(end -> !now.isBefore(end))
                .map(end -> new Failure(
                        OVERDUE,
                        "The run was not complete within activeDeadlineSeconds (%d): %d of %d succeeded. Give it more time, or find out what takes so long."
                                .formatted(
                                        limits.deadline().orElseThrow().toSeconds(),
                                        tally.succeeded(),
                                        limits.completions())));
    }

    /**
     * The plan.
     *
     * @param stopping tasks that are about to stop already
     */
    Plan<RunStep> plan(DesiredRun desired, RunMemory memory, Set<String> stopping) {
        if (memory.history().failure().isPresent()) {
            return stopping(memory, stopping, "the run has failed");
        }
        return limits.suspended()
                ? stopping(memory, stopping, "the run is suspended")
                : new Plan<>(starting(desired, memory));
    }

    private List<RunStep> starting(DesiredRun desired, RunMemory memory) {
        List<RunStep> steps = new ArrayList<>();
        int wanted = wanted(memory);
        if (memory.revisions().arn().isEmpty() && wanted > 0 && desired.source() instanceof RunSource.Own own) {
            steps.add(new RunStep.Register(own.definition()));
        }
        for (Launch launch : memory.launches().intents()) {
            if (isRepeated(launch, desired)) {
                steps.add(new RunStep.Repeat(launch));
            } else if (rhythm.settled(launch, now)) {
                steps.add(new RunStep.Find(launch));
            }
        }
        if (wanted > 0 && memory.span().retryAt().filter(now::isBefore).isEmpty()) {
            steps.add(new RunStep.Start(wanted));
        }
        return steps;
    }

    /** While its token surely lives, and while it would be the same call: with another request ECS refuses the token. */
    private boolean isRepeated(Launch launch, DesiredRun desired) {
        boolean same = launch.request() == null || launch.request().equals(desired.request());
        return same && now.isBefore(Instant.parse(launch.at()).plus(REPEATED));
    }

    /** What is not known is not run again: it may have succeeded. */
    int wanted(RunMemory memory) {
        int active = memory.launches().active();
        int missing = limits.completions()
                - memory.tally().succeeded()
                - memory.tally().unknown()
                - active;
        return Math.max(0, Math.min(limits.parallelism() - active, missing));
    }

    /** Every task that runs, and those that may: a call of which nothing is known is not made again to stop what it starts. */
    Plan<RunStep> stopping(RunMemory memory, Set<String> stopping, String why) {
        List<RunStep> steps = new ArrayList<>();
        memory.launches().intents().stream()
                .filter(launch -> rhythm.settled(launch, now))
                .forEach(launch -> steps.add(new RunStep.Find(launch)));
        memory.launches().tasks().stream()
                .filter(task -> !stopping.contains(task))
                .forEach(task -> steps.add(new RunStep.Stop(task, Judge.BY_US + why)));
        return new Plan<>(steps);
    }

    /** When a plan of its own accord is another one. */
    Optional<Instant> next(DesiredRun desired, RunMemory memory) {
        List<Instant> times = new ArrayList<>();
        if (!limits.suspended() && memory.history().failure().isEmpty()) {
            limits.end(memory).ifPresent(times::add);
            memory.span().retryAt().filter(at -> wanted(memory) > 0).ifPresent(times::add);
            memory.launches().intents().stream()
                    .filter(launch -> !isRepeated(launch, desired))
                    .map(rhythm::settledAt)
                    .forEach(times::add);
        } else {
            memory.launches().intents().stream().map(rhythm::settledAt).forEach(times::add);
        }
        return times.stream().filter(now::isBefore).min(Instant::compareTo);
    }
}

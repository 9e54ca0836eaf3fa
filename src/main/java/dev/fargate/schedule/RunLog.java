package dev.fargate.schedule;

import dev.fargate.api.FargateScheduleSpec;
import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.api.FargateScheduleStatus.ActiveRun;
import dev.fargate.api.FargateScheduleStatus.EndedRun;
import dev.fargate.api.FargateScheduleStatus.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs, newest first.
 *
 * @param count of all that are active, of which at most ten are told
 */
record RunLog(List<ActiveRun> active, int count, List<EndedRun> ended) {
    private static final int SUCCESSFUL = 3;
    private static final int FAILED = 1;
    private static final int TOLD = 10;
    private static final Comparator<EndedRun> NEWEST_FIRST =
            Comparator.comparing(RunLog::end, Comparator.reverseOrder());
    static final RunLog NONE = new RunLog(List.of(), 0, List.of());

    RunLog {
        active = active.stream().limit(TOLD).toList();
        ended = List.copyOf(ended);
    }

    static RunLog of(FargateScheduleStatus status) {
        return new RunLog(status.activeRuns(), status.active() == null ? 0 : status.active(), status.history());
    }

    /** Those that EventBridge Scheduler has started. */
    RunLog scheduled() {
        List<ActiveRun> theirs =
                active.stream().filter(run -> run.name() == null).toList();
        return new RunLog(
                theirs,
                theirs.size(),
                ended.stream().filter(run -> run.name() == null).toList());
    }

    RunLog and(RunLog other, Limits limits) {
        return new RunLog(
                Stream.concat(active.stream(), other.active.stream()).toList(),
                count + other.count,
                kept(Stream.concat(ended.stream(), other.ended.stream()).toList(), limits));
    }

    /** One more that is active. */
    RunLog starting(String name) {
        return new RunLog(
                Stream.concat(Stream.of(new ActiveRun(name, null, null)), active.stream())
                        .toList(),
                count + 1,
                ended);
    }

    /** How many ended runs are kept. */
    record Limits(int successful, int failed) {
        static Limits of(FargateScheduleSpec spec) {
            return new Limits(
                    spec.successfulRunsHistoryLimit() == null ? SUCCESSFUL : spec.successfulRunsHistoryLimit(),
                    spec.failedRunsHistoryLimit() == null ? FAILED : spec.failedRunsHistoryLimit());
        }
    }

    /** The newest ends that the limits keep, of those given in any order. */
    static List<EndedRun> kept(List<EndedRun> all, Limits limits) {
        List<EndedRun> newest = all.stream().sorted(NEWEST_FIRST).toList();
        return Stream.concat(
                        newest.stream().filter(RunLog::succeeded).limit(limits.successful()),
                        newest.stream().filter(run -> !succeeded(run)).limit(limits.failed()))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Nobody knows when one of which nothing is known ended. */
    private static Instant end(EndedRun run) {
        return Times.instant(run.completionTime()).orElse(Instant.EPOCH);
    }

    static boolean succeeded(EndedRun run) {
        return run.outcome() == Outcome.Succeeded;
    }

    Optional<Instant> lastSuccess() {
        return ended.stream()
                .filter(RunLog::succeeded)
                .map(run -> Times.instant(run.completionTime()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }
}

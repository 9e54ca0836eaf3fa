package dev.fargate.schedule;

import dev.fargate.api.FargateScheduleSpec.ConcurrencyPolicy;
import dev.fargate.api.FargateScheduleStatus.MissedRun;
import dev.fargate.cron.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be done now that a run may be due, where the operator starts them. Pure.
 *
 * @param deadline how long a missed run is made up for; empty: without limit
 */
record Due(Timetable timetable, ConcurrencyPolicy policy, Optional<Duration> deadline, Instant now) {

    /** What is to be done. */
    sealed interface Decision {

        /** Nothing has become due. */
        record Rest() implements Decision {}

        /** A run is to be started for a time. */
        record Start(Instant due) implements Decision {}

        /** It is started already; that was not on record yet. */
        record Started(Instant due) implements Decision {}

        /** No run is started for a time. */
        record Skip(Instant due, MissedRun why) implements Decision {}

        /** What is active is to go first. */
        record MakeRoom(Instant due) implements Decision {}
    }

    /**
     * Of several times that were missed only the latest counts, as for a CronJob.
     *
     * @param settled until when it is settled what was due
     */
    Decision decide(Instant settled, OwnRuns runs) {
        Optional<Instant> latest = timetable.latest(settled, now);
        if (latest.isEmpty()) {
            return new Decision.Rest();
        }
        Instant due = latest.get();
        if (runs.hasRunOf(due)) {
            return new Decision.Started(due);
        }
        if (deadline.filter(limit -> due.plus(limit).isBefore(now)).isPresent()) {
            return new Decision.Skip(
                    due,
                    missed(
                            due,
                            "DeadlinePassed",
                            "It could be started only %d seconds late, and startingDeadlineSeconds is %d."
                                    .formatted(
                                            Duration.between(due, now).toSeconds(),
                                            deadline.orElseThrow().toSeconds())));
        }
        if (runs.active().isEmpty()) {
            return new Decision.Start(due);
        }
        return policy == ConcurrencyPolicy.Replace
                ? new Decision.MakeRoom(due)
                : new Decision.Skip(
                        due,
                        missed(
                                due,
                                "Forbidden",
                                "Run %s was active, and concurrencyPolicy is Forbid."
                                        .formatted(runs.active()
                                                .getFirst()
                                                .getMetadata()
                                                .getName())));
    }

    static MissedRun missed(Instant due, String reason, String message) {
        return new MissedRun(Times.text(due), reason, message);
    }
}

package dev.fargate.schedule;

import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.api.FargateScheduleStatus.MissedRun;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The times of a schedule.
 *
 * @param expression and zone that they are about
 * @param settled until when it is settled what was due
 * @param run that the newest run was due at
 * @param success the end of the newest run that succeeded
 */
record Times(
        Optional<String> expression,
        Optional<Instant> settled,
        Optional<Instant> run,
        Optional<Instant> success,
        Optional<MissedRun> missed) {
    static final Times NONE =
            new Times(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Times of(FargateScheduleStatus status) {
        return new Times(
                Optional.ofNullable(status.expression()),
                instant(status.settledTime()),
                instant(status.lastRunTime()),
                instant(status.lastSuccessTime()),
                Optional.ofNullable(status.lastMissed()));
    }

    static Optional<Instant> instant(String text) {
        return Optional.ofNullable(text).map(Instant::parse);
    }

    static String text(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Another expression, or a suspension, begins anew: what would have been due before is no run that was missed. */
    Times begun(String other, Instant at) {
        return new Times(Optional.of(other), Optional.of(at.truncatedTo(ChronoUnit.SECONDS)), run, success, missed);
    }

    Times settled(Instant at) {
        return new Times(expression, Optional.of(at), run, success, missed);
    }

    Times started(Instant due) {
        return new Times(expression, Optional.of(due), Optional.of(due), success, missed);
    }

    Times missed(Instant due, MissedRun told) {
        return new Times(expression, Optional.of(due), run, success, Optional.of(told));
    }

    Times succeeded(Optional<Instant> at) {
        Optional<Instant> newest =
                success.filter(before -> at.filter(before::isBefore).isEmpty()).or(() -> at);
        return new Times(expression, settled, run, newest, missed);
    }
}

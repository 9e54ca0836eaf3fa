package dev.fargate.turn;

import dev.fargate.api.Observed;
import dev.fargate.api.ProblemReport;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Shortened;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A problem as status shows it. */
public final class ProblemReports {
    private static final int MESSAGE_LIMIT = 400;

    private ProblemReports() {}

    /**
     * Of a resource that only a person gets further; waiting is no problem.
     *
     * @param before the status that it had, or null
     */
    public static Optional<ProblemReport> stalled(List<Condition> conditions, Observed before, Instant now) {
        return Conditions.find(conditions, Conditions.STALLED)
                .map(stalled -> of(stalled.getReason(), stalled.getMessage(), before(before), now));
    }

    /**
     * What the status told that a resource had.
     *
     * @param status or null
     */
    public static Optional<ProblemReport> before(Observed status) {
        return Optional.ofNullable(status).map(Observed::problem);
    }

    /** The same problem as before began when it began. */
    public static ProblemReport of(String cause, String message, Optional<ProblemReport> before, Instant now) {
        String since = before.filter(known -> cause.equals(known.cause()))
                .map(ProblemReport::since)
                .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
        return new ProblemReport(cause, since, Shortened.to(message, MESSAGE_LIMIT));
    }
}

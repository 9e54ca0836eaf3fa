package dev.fargate.turn;

import dev.fargate.api.ProblemReport;
import dev.fargate.engine.Shortened;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A problem as status shows it. */
public final class ProblemReports {
    private static final int MESSAGE_LIMIT = 400;

    private ProblemReports() {}

    /** The same problem as before began when it began. */
    public static ProblemReport of(String cause, String message, Optional<ProblemReport> before, Instant now) {
        String since = before.filter(known -> cause.equals(known.cause()))
                .map(ProblemReport::since)
                .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
        return new ProblemReport(cause, since, Shortened.to(message, MESSAGE_LIMIT));
    }
}

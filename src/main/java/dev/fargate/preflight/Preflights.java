package dev.fargate.preflight;

import dev.fargate.api.PreflightReport;
import java.time.Instant;
import java.util.Optional;

/** What is known of a workload's tasks before they start. */
public interface Preflights {

    /**
     * What a status is to tell; empty as long as nothing is known.
     *
     * @param recorded what it tells
     * @param evidence when a task last failed for its surroundings
     */
    Optional<PreflightReport> of(
            String owner, Subject subject, Optional<PreflightReport> recorded, Optional<Instant> evidence);

    /** When to look again into what did not pass. */
    Optional<Instant> again(String owner, Optional<PreflightReport> report);

    /** The workload is no longer looked after. */
    void forget(String owner);
}

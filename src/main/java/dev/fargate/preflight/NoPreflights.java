package dev.fargate.preflight;

import dev.fargate.api.PreflightReport;
import java.time.Instant;
import java.util.Optional;

/** Nothing is looked into, and nothing told. */
public record NoPreflights() implements Preflights {
    @Override
    public Optional<PreflightReport> of(
            String owner, Subject subject, Optional<PreflightReport> recorded, Optional<Instant> evidence) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> again(String owner, Optional<PreflightReport> report) {
        return Optional.empty();
    }

    @Override
    public void forget(String owner) {}
}

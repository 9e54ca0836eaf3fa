package dev.fargate.preflight;

import dev.fargate.api.PreflightReport;
import dev.fargate.aws.Aws;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** For one who waits: looked into now, whatever is on record. */
public final class PreflightsAtOnce implements Preflights {
    private final Aws.Accounts accounts;
    private final InstantSource time;
    private final Answers answers = new Answers();

    public PreflightsAtOnce(Aws.Accounts accounts, InstantSource time) {
        this.accounts = accounts;
        this.time = time;
    }

    @Override
    public Optional<PreflightReport> of(
            String owner, Subject subject, Optional<PreflightReport> recorded, Optional<Instant> evidence) {
        Judgement judgement = new Judgement(
                answers.round(subject.scope()),
                () -> accounts.of(subject.scope()).surroundings(),
                time);
        return Optional.of(Reports.inFull(judgement.of(Map.of(owner, subject)).get(owner)));
    }

    @Override
    public Optional<Instant> again(String owner, Optional<PreflightReport> report) {
        return Optional.empty();
    }

    @Override
    public void forget(String owner) {}
}

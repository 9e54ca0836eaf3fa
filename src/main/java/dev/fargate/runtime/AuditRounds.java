package dev.fargate.runtime;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.taskdefinition.RevisionAudit;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Audits the revisions of all workloads once in a while, for as long as this replica leads. */
final class AuditRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditRounds.class);

    private final Aws.Accounts accounts;
    private final RevisionAudit audit;
    private final Indexes indexes;
    private final Duration interval;
    private ScheduledExecutorService timer;
    private ScheduledFuture<?> rounds;

    AuditRounds(Aws.Accounts accounts, RevisionAudit audit, Indexes indexes, Duration interval) {
        this.accounts = accounts;
        this.audit = audit;
        this.indexes = indexes;
        this.interval = interval;
    }

    synchronized void start() {
        if (timer == null) {
            timer = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("revision-audit").factory());
            rounds = timer.scheduleWithFixedDelay(
                    this::round, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    synchronized void stop() {
        if (timer != null) {
            rounds.cancel(true);
            timer.shutdown();
            timer = null;
        }
    }

    private void round() {
        Map<Reach, Round> listings = new LinkedHashMap<>();
        indexes.environments().scopes().forEach((name, scope) -> listings.computeIfAbsent(
                        new Reach(scope.region(), scope.roleArn(), scope.externalId()),
                        first -> new Round(scope, new HashMap<>()))
                .expected()
                .putAll(indexes.revisions(name)));
        listings.values().forEach(this::audit);
    }

    private void audit(Round round) {
        if (round.expected().isEmpty()) {
            return;
        }
        try {
            audit.audit(accounts.of(round.scope()).taskDefinitions(), round.expected())
                    .forEach(Runnable::run);
        } catch (AwsException e) {
            LOG.atWarn()
                    .addKeyValue("environment", round.scope().environment())
                    .addKeyValue("error", e.errorClass())
                    .log("Revisions could not be listed; they are in the next round: {}", e.getMessage());
        } catch (RuntimeException e) {
            // An exception that leaves this method would end all further rounds.
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("environment", round.scope().environment())
                    .log("The audit of revisions failed");
        }
    }

    /** Environments that reach the same account and region in the same way share one listing. */
    private record Reach(String region, Optional<String> roleArn, Optional<String> externalId) {}

    /**
     * One listing.
     *
     * @param scope of the first of the environments, whose clients are used
     */
    private record Round(AwsScope scope, Map<String, Runnable> expected) {}

    @Override
    public void close() {
        stop();
    }
}

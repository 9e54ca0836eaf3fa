package dev.fargate.runtime;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.service.RevisionAudit;
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

/** Audits the revisions of all services once in a while, for as long as this replica leads. */
final class AuditRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditRounds.class);

    private final Aws.Accounts accounts;
    private final RevisionAudit audit;
    private final ServiceIndex services;
    private final EnvironmentIndex environments;
    private final Duration interval;
    private ScheduledExecutorService timer;
    private ScheduledFuture<?> rounds;

    AuditRounds(
            Aws.Accounts accounts,
            RevisionAudit audit,
            ServiceIndex services,
            EnvironmentIndex environments,
            Duration interval) {
        this.accounts = accounts;
        this.audit = audit;
        this.services = services;
        this.environments = environments;
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
        Map<Reach, Map<String, String>> expected = new LinkedHashMap<>();
        environments.scopes().forEach((name, scope) -> expected.computeIfAbsent(
                        new Reach(scope.region(), scope.roleArn(), scope.externalId()), first -> new HashMap<>())
                .putAll(services.revisions(name)));
        expected.forEach(this::audit);
    }

    private void audit(Reach reach, Map<String, String> expected) {
        if (expected.isEmpty()) {
            return;
        }
        try {
            audit.audit(accounts.of(reach.scope()).taskDefinitions(), expected).forEach(services::wakeOwner);
        } catch (AwsException e) {
            LOG.atWarn()
                    .addKeyValue("region", reach.region())
                    .addKeyValue("error", e.errorClass())
                    .log("Revisions could not be listed; they are in the next round: {}", e.getMessage());
        } catch (RuntimeException e) {
            // An exception that leaves this method would end all further rounds.
            LOG.atError().setCause(e).addKeyValue("region", reach.region()).log("The audit of revisions failed");
        }
    }

    /** Environments that reach the same account and region in the same way share one listing. */
    private record Reach(String region, Optional<String> roleArn, Optional<String> externalId) {
        AwsScope scope() {
            return new AwsScope("audit", region, roleArn, externalId);
        }
    }

    @Override
    public void close() {
        stop();
    }
}

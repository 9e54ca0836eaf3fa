package dev.fargate.runtime;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.taskdefinition.RevisionAudit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Audits the revisions of all workloads, one listing for all that reach the same account and region in the same way. */
record RevisionRound(Aws.Accounts accounts, RevisionAudit audit, Indexes indexes) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RevisionRound.class);

    @Override
    public void run() {
        Map<Reach, Listing> listings = new LinkedHashMap<>();
        indexes.environments().scopes().forEach((name, scope) -> listings.computeIfAbsent(
                        Reach.of(scope), first -> new Listing(scope, new HashMap<>()))
                .expected()
                .putAll(indexes.revisions(name)));
        listings.values().forEach(this::list);
    }

    private void list(Listing round) {
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
        }
    }

    /**
     * One listing.
     *
     * @param scope of the first of the environments, whose clients are used
     */
    private record Listing(AwsScope scope, Map<String, Runnable> expected) {}
}

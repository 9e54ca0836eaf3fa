package dev.fargate.service;

import dev.fargate.aws.Owner;
import dev.fargate.aws.TaskDefinitions;
import dev.fargate.aws.TaskDefinitions.Revision;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.service.TaskSource.RolledBack;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * {@code spec.rollbackTo}: an earlier revision of the service's own family takes the place of its task. It is looked at once, when the
 * service turns to it: ECS runs none that is INACTIVE, and whose it is only its tags tell.
 */
final class Rollback {
    private static final String LAST_GOOD = "lastGood";
    private static final String ARN = "arn:";
    private static final int NAMES_SHOWN = 10;

    private final DesiredService desired;
    private final Memory recorded;
    private final String asked;

    private Rollback(DesiredService desired, Memory recorded, String asked) {
        this.desired = desired;
        this.recorded = recorded;
        this.asked = asked;
    }

    /** What the service is to be while it is rolled back, or why it cannot be; without a rollback what it was. */
    static Resolution<DesiredService> of(Reconciliation service, TaskDefinitions definitions) {
        String asked = service.resource().getSpec().rollbackTo();
        return asked == null
                ? new Resolution.Resolved<>(service.desired())
                : new Rollback(service.desired(), service.recorded(), asked).resolved(definitions);
    }

    private Resolution<DesiredService> resolved(TaskDefinitions definitions) {
        String family = desired.family() + ":";
        if (asked.equals(LAST_GOOD) && recorded.lastGood().isEmpty()) {
            return refused("no rollout of this service has completed yet, so there is no last good revision");
        }
        String revision = revision();
        if (!revision.startsWith(family)) {
            return refused("revision %s is not of family %s, the one of this service's task"
                    .formatted(revision, desired.family()));
        }
        return running(revision)
                .<Resolution<DesiredService>>map(back -> new Resolution.Resolved<>(desired.running(back)))
                .orElseGet(() -> found(revision, definitions.describe(revision)));
    }

    /** In the form {@code family:number}. */
    private String revision() {
        String named = asked.equals(LAST_GOOD) ? recorded.lastGood().orElseThrow() : asked;
        return named.contains(":") ? named.substring(named.lastIndexOf('/') + 1) : desired.family() + ":" + named;
    }

    /** Looked at before, and on record since. */
    private Optional<RolledBack> running(String revision) {
        return recorded.revisions()
                .arn()
                .filter(arn -> arn.endsWith("/" + revision) && isAsked(arn))
                .flatMap(arn -> recorded.revisions().hash().map(hash -> new RolledBack(arn, hash, asked)));
    }

    private Resolution<DesiredService> found(String revision, Optional<Revision> found) {
        if (found.filter(seen -> isAsked(seen.definition().taskDefinitionArn())).isEmpty()) {
            return refused("there is no revision " + revision + " in this account and region");
        }
        Revision seen = found.get();
        if (seen.definition().status() != TaskDefinitionStatus.ACTIVE) {
            return refused("revision %s is %s, and ECS rolls out no such one"
                    .formatted(revision, seen.definition().statusAsString()));
        }
        Optional<String> hash = Optional.ofNullable(seen.tags().get(Owner.CONTENT))
                .filter(content -> desired.owner().owns(seen.tags()));
        return hash.<Resolution<DesiredService>>map(content -> new Resolution.Resolved<>(
                        desired.running(new RolledBack(seen.definition().taskDefinitionArn(), content, asked))))
                .orElseGet(() -> refused(
                        "revision %s was not registered for this service: its tags do not say so".formatted(revision)));
    }

    /** An ARN says account and region, too. */
    private boolean isAsked(String arn) {
        return !asked.startsWith(ARN) || arn.equals(asked);
    }

    private Resolution<DesiredService> refused(String why) {
        return new Resolution.Unresolved<>(Problem.stalled(
                "RollbackImpossible",
                "spec.rollbackTo: %s. %s Until then nothing of the service is changed.".formatted(why, choice())));
    }

    private String choice() {
        List<String> own = recorded.revisions().own();
        return own.isEmpty()
                ? "It has no registered revisions: take rollbackTo away."
                : "Take it away, or name one of its revisions: %s."
                        .formatted(String.join(
                                ", ",
                                own.reversed().stream()
                                        .limit(NAMES_SHOWN)
                                        .map(this::named)
                                        .toList()));
    }

    private String named(String arn) {
        String number = arn.substring(arn.lastIndexOf(':') + 1);
        return recorded.lastGood().equals(Optional.of(arn)) ? number + " (lastGood)" : number;
    }
}

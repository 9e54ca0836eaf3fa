package dev.fargate.service;

import dev.fargate.api.Api;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceWatch;
import dev.fargate.engine.Turn;
import dev.fargate.turn.Rechecks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Knows which look at a service counts, and what is told while none does. */
final class ServiceLooks {
    private final ServiceWatch watch;
    private final ServiceTurns turns;
    private final Rechecks rechecks = new Rechecks();

    ServiceLooks(ServiceWatch watch, ServiceTurns turns) {
        this.watch = watch;
        this.turns = turns;
    }

    /** The newest look; one from before somebody asked for a new one does not count. */
    Optional<Look> latest(Reconciliation service) {
        Optional<Look> look = watch.latest(service.ref());
        Optional<Instant> since = rechecks.since(
                service.ref().owner(),
                Api.annotation(service.resource(), Api.RECONCILE_AT),
                Optional.ofNullable(service.resource().getStatus()).map(FargateServiceStatus::lastHandledReconcileAt),
                turns.now());
        return look.filter(seen -> since.isEmpty() || !seen.at().isBefore(since.get()));
    }

    /**
     * Nothing can be decided before the next look.
     *
     * @param last the look there is
     */
    Turn<FargateServiceStatus> first(Reconciliation service, Optional<Look> last, Instant at, Memory memory) {
        if (last.isPresent() && last.get() instanceof Look.Failed failed) {
            Turn<FargateServiceStatus> turn =
                    turns.refused(failed.error(), service.resource(), memory, Optional.empty(), List.of());
            watch.ask(service.ref(), turns.now().plus(turn.again().orElse(Duration.ofMinutes(1))));
            // A look that failed says nothing of a service that was as it should be.
            return Unanswered.spec(service.resource()) ? turn : Turn.quiet(turn.again());
        }
        watch.ask(service.ref(), at);
        return Turn.quiet(Optional.empty());
    }
}

package dev.fargate.service;

import dev.fargate.api.Api;
import dev.fargate.api.CompanionKind;
import dev.fargate.api.CompanionStatus;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.aws.Owner;
import dev.fargate.aws.ServiceRef;
import dev.fargate.companion.Companion;
import dev.fargate.companion.CompanionStage;
import dev.fargate.companion.Departure;
import dev.fargate.companion.Kept;
import dev.fargate.companion.Site;
import dev.fargate.companion.Standing;
import dev.fargate.companion.Standing.Stop;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Turn;
import dev.fargate.routing.Departures;
import dev.fargate.scaling.ServiceScaling;
import dev.fargate.turn.Rechecks;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a service brings along: what that is, and how its turns come to it. */
final class ServiceCompanions {
    /** Until another try to delete what was in use. */
    private static final Duration IN_USE = Duration.ofSeconds(15);

    private final ServiceCalls calls;
    private final ServiceTurns turns;
    private final CompanionStage stage;
    private final Rechecks rechecks = new Rechecks();

    ServiceCompanions(ServiceCalls calls, ServiceTurns turns) {
        this.calls = calls;
        this.turns = turns;
        Map<CompanionKind, Departure> departures = new EnumMap<>(Departures.all());
        departures.putAll(ServiceScaling.departures());
        this.stage = new CompanionStage(departures, turns.time());
    }

    /** Those that the service names, before it is looked at itself. */
    Standing precede(Reconciliation service, Consumer<FargateServiceStatus> journal) {
        return stage.stand(
                site(service),
                service.desired().ways().companions(),
                kept(service.resource()),
                kept -> journal.accept(turns.report(service.resource())
                        .intending(
                                service.recorded().withPlace(service.desired().place()), Optional.empty())
                        .withCompanions(kept.companions())));
    }

    /** What would be done to those that the service names; nothing is. */
    Standing previewPreceding(Reconciliation service) {
        return stage.preview(site(service), service.desired().ways().companions(), kept(service.resource()));
    }

    /** Those that hold the service once it is there. */
    private List<Companion> following(Reconciliation service, Memory memory) {
        boolean isRolling = memory.rollout()
                .map(Rollout::state)
                .filter(RolloutState.IN_PROGRESS::equals)
                .isPresent();
        return Optional.ofNullable(service.resource().getSpec().scaling()).stream()
                .flatMap(scaling -> ServiceScaling.companions(
                        scaling,
                        service.desired().owner(),
                        service.desired().place().clusterArn(),
                        service.desired().serviceName(),
                        isRolling,
                        turns.now()))
                .toList();
    }

    /** What would be done to those that hold the service; nothing is. */
    Standing preview(Reconciliation service, Memory memory) {
        return stage.preview(site(service), following(service, memory), kept(service.resource()));
    }

    /**
     * Those that hold the service, now that it is as it should be; what the spec has no longer goes.
     *
     * @param told the status so far
     */
    Standing follow(
            Reconciliation service, Memory memory, FargateServiceStatus told, Consumer<FargateServiceStatus> journal) {
        List<Companion> wanted = following(service, memory);
        Kept recorded = new Kept(told.companions());
        boolean settled = isSettled(service.resource(), told);
        List<CompanionStatus> leaving = recorded
                .beyond(Stream.concat(service.desired().ways().companions().stream(), wanted.stream())
                        .toList())
                .stream()
                .filter(companion -> settled || !companion.kind().precedesService())
                .toList();
        Site site = site(service);
        Standing standing =
                stage.stand(site, wanted, recorded, kept -> journal.accept(told.withCompanions(kept.companions())));
        return patient(stage.clear(site, leaving, standing));
    }

    /** That something the service does not need any more is still in use says nothing of the service. */
    private Standing patient(Standing standing) {
        return standing.stop() instanceof Stop.Blocked blocked
                        && !blocked.problem().stalled()
                ? standing.stopped(new Stop.Later(turns.now().plus(IN_USE)))
                : standing;
    }

    /** No task is in a target group, and none has a security group, that the spec does not ask for. */
    private static boolean isSettled(FargateService resource, FargateServiceStatus told) {
        return Conditions.isTrue(told.conditions(), Conditions.READY)
                && resource.getMetadata().getGeneration().equals(told.observedGeneration());
    }

    /** The turn, with the time at which those that stand are looked at again. */
    Turn<FargateServiceStatus> again(Reconciliation service, Memory memory, Turn<FargateServiceStatus> turn) {
        Site site = site(service);
        return Stream.of(service.desired().ways().companions(), following(service, memory))
                .flatMap(wanted -> stage.again(site, wanted).stream())
                .reduce(turn, (sooner, at) -> sooner.againWithin(turns.until(at)), (one, other) -> one);
    }

    /** The way back, first of what holds the service, then, when it is gone, of what it named. */
    Standing clear(FargateService resource, ServiceRef ref, Owner owner, boolean preceding) {
        Kept kept = kept(resource);
        List<CompanionStatus> leaving = kept.beyond(List.of()).stream()
                .filter(companion -> companion.kind().precedesService() == preceding)
                .toList();
        return stage.clear(site(resource, ref, owner), leaving, Standing.start(kept));
    }

    void forget(FargateService resource) {
        stage.forget(ServiceRecipe.holder(resource));
    }

    /** Those that the status has on record. */
    static Kept kept(FargateService resource) {
        return new Kept(
                resource.getStatus() == null ? List.of() : resource.getStatus().companions());
    }

    private Site site(Reconciliation service) {
        return site(service.resource(), service.ref(), service.desired().owner());
    }

    private Site site(FargateService resource, ServiceRef ref, Owner owner) {
        return new Site(
                calls.aws(ref),
                calls.writes().of(ref.scope(), ref.owner()),
                owner,
                rechecks.since(
                        ref.owner(),
                        Api.annotation(resource, Api.RECONCILE_AT),
                        Optional.ofNullable(resource.getStatus()).map(FargateServiceStatus::lastHandledReconcileAt),
                        turns.now()));
    }
}

package dev.fargate.service;

import dev.fargate.api.Api;
import dev.fargate.api.DeletionPolicy;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceWatch;
import dev.fargate.companion.Standing;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Step;
import dev.fargate.engine.Turn;
import dev.fargate.environment.Relocation;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The loop of FargateService: resolve, then what its managementPolicy allows. */
public final class ServiceRecipe implements Recipe<FargateService, FargateServiceStatus> {
    private final ServiceCalls calls;
    private final ServiceSettings settings;
    private final ServiceTurns turns;
    private final ServiceLooks looks;
    private final StoppedTasks stoppedTasks;
    private final Enforcement enforcement;
    private final ServiceCompanions companions;
    private final ServicePrice price;

    public ServiceRecipe(
            Aws.Accounts accounts, ServiceWatch watch, Writes writes, Tries tries, ServiceSettings settings) {
        this.calls = new ServiceCalls(accounts, watch, writes);
        this.settings = settings;
        this.turns = new ServiceTurns(tries, settings.time());
        this.looks = new ServiceLooks(watch, turns);
        this.stoppedTasks = new StoppedTasks(settings.time());
        this.price = new ServicePrice(settings.prices(), settings.rightSizes());
        this.companions = new ServiceCompanions(calls, turns);
        this.enforcement = new Enforcement(
                calls, looks, new Settling(calls, turns, stoppedTasks, companions, settings), turns, settings);
    }

    @Override
    public Turn<FargateServiceStatus> turn(FargateService resource, Consumer<FargateServiceStatus> journal) {
        boolean isPaused = resource.getSpec().managementPolicy() == ManagementPolicy.Paused;
        return switch (resolve(resource)) {
            case Resolution.Unresolved<DesiredService> unresolved ->
                isPaused ? paused(resource) : unresolved(resource, unresolved.problem());
            case Resolution.Resolved<DesiredService> desired ->
                isPaused
                        ? priced(desired.desired(), resource, paused(resource))
                        : resolved(Reconciliation.of(resource, desired.desired()), journal);
        };
    }

    private Turn<FargateServiceStatus> priced(
            DesiredService desired, FargateService resource, Turn<FargateServiceStatus> turn) {
        return turn.status()
                .map(status -> turn.reporting(price.on(status, desired, holder(resource))))
                .orElse(turn);
    }

    private Resolution<DesiredService> resolve(FargateService resource) {
        return switch (settings.references()
                .environments()
                .of(resource.getSpec().environment(), resource.getMetadata().getNamespace())) {
            case Resolution.Unresolved<ResolvedEnvironment> unresolved ->
                new Resolution.Unresolved<>(unresolved.problem());
            case Resolution.Resolved<ResolvedEnvironment> environment ->
                ServiceResolver.resolve(
                        resource,
                        environment.desired(),
                        settings.references().taskDefinitions(),
                        settings.references().routing(),
                        settings.clusterId());
        };
    }

    private Turn<FargateServiceStatus> resolved(Reconciliation service, Consumer<FargateServiceStatus> journal) {
        FargateService resource = service.resource();
        Memory recorded = service.recorded();
        Optional<Problem> moved =
                Relocation.of("service", recorded.place(), service.desired().place());
        if (moved.isPresent()) {
            return priced(
                    service.desired(), resource, turns.problem(resource, moved.get(), recorded, Optional.empty()));
        }
        try {
            return switch (Rollback.of(service, calls.aws(service.ref()).taskDefinitions())) {
                case Resolution.Unresolved<DesiredService> impossible ->
                    turns.problem(resource, impossible.problem(), recorded, Optional.empty());
                case Resolution.Resolved<DesiredService> running ->
                    priced(running.desired(), resource, managed(service.towards(running.desired()), journal));
            };
        } catch (AwsException e) {
            return priced(
                    service.desired(), resource, turns.refused(e, resource, recorded, Optional.empty(), List.of()));
        }
    }

    private Turn<FargateServiceStatus> managed(Reconciliation service, Consumer<FargateServiceStatus> journal) {
        FargateService resource = service.resource();
        return resource.getSpec().managementPolicy() == ManagementPolicy.Observe
                ? observe(service.serving(resource, ServiceCompanions.kept(resource)))
                : preceded(service, journal);
    }

    /** What the service names comes first. */
    private Turn<FargateServiceStatus> preceded(Reconciliation service, Consumer<FargateServiceStatus> journal) {
        Standing standing = companions.precede(service, journal);
        CompanionNews news = new CompanionNews(turns, service.resource(), service.recorded(), Optional.empty());
        if (!standing.stands()) {
            return news.awaiting(standing, service.desired().place());
        }
        FargateService recorded = news.recorded(standing.kept());
        Turn<FargateServiceStatus> turn = enforcement
                .turn(service.serving(recorded, standing.kept()), journal)
                .telling(CompanionNews.notices(standing.done()));
        boolean untold = turn.status().isEmpty() && !standing.kept().equals(ServiceCompanions.kept(service.resource()));
        return untold ? turn.reporting(recorded.getStatus()) : turn;
    }

    private Turn<FargateServiceStatus> observe(Reconciliation service) {
        Optional<Look> look = looks.latest(service);
        Memory recorded = new ServicePreflight(settings.preflights()).known(service, service.recorded(), turns.now());
        Memory memory = recorded.withRevisions(service.desired().task().known(recorded.revisions()));
        Reconciliation spared = Enforcement.live(look, service.desired())
                .map(live -> service.sparing(DriftReading.of(
                        service.desired(), memory, service.resource().getStatus(), live)))
                .orElse(service);
        return switch (Observation.of(
                spared.desired(), memory, look, calls.aws(service.ref()).taskDefinitions(), turns.now())) {
            case Observation.Unseen unseen -> looks.first(service, look, turns.now(), recorded);
            case Observation.Failed failed -> looks.first(service, look, turns.now(), recorded);
            case Observation.Refused refused ->
                turns.problem(service.resource(), refused.problem(), recorded, Optional.empty());
            case Observation.Seen seen -> observed(spared, recorded, seen);
        };
    }

    private Turn<FargateServiceStatus> observed(Reconciliation service, Memory recorded, Observation.Seen seen) {
        Standing before = companions.previewPreceding(service);
        Standing around = before.stands() ? companions.preview(service, recorded) : before;
        FargateServiceStatus status = turns.report(service.resource())
                .observing(
                        new Plan<Step>(Stream.<Stream<? extends Step>>of(
                                        before.done().stream(),
                                        seen.plan().steps().stream(),
                                        before.stands() ? around.done().stream() : Stream.of())
                                .<Step>flatMap(steps -> steps)
                                .toList()),
                        recorded,
                        seen.service(),
                        service.drift());
        Turn<FargateServiceStatus> turn = Turn.<FargateServiceStatus>report(drifted(service, status), List.of())
                .again(turns.tries().stalled());
        return new CompanionNews(turns, service.resource(), recorded, seen.service()).previewed(turn, around);
    }

    /** What driftPolicy Report leaves is no change that would be made. */
    private static FargateServiceStatus drifted(Reconciliation service, FargateServiceStatus status) {
        return service.desired().settings().tolerance().reports()
                ? status.with(service.drift().shown(), status.applied())
                : status;
    }

    private Turn<FargateServiceStatus> paused(FargateService resource) {
        forget(resource);
        return Turn.report(turns.report(resource).paused(Memory.of(resource.getStatus())), List.of());
    }

    private Turn<FargateServiceStatus> unresolved(FargateService resource, Problem problem) {
        if (!problem.stalled() && !Unanswered.spec(resource)) {
            return Turn.quiet(Optional.of(turns.tries().stalled()));
        }
        return turns.problem(resource, problem, Memory.of(resource.getStatus()), Optional.empty());
    }

    @Override
    public Turn<FargateServiceStatus> deletion(FargateService resource, Consumer<FargateServiceStatus> journal) {
        stoppedTasks.forget(holder(resource));
        settings.preflights().forget(holder(resource));
        settings.rightSizes().forget(holder(resource));
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Paused) {
            return paused(resource);
        }
        boolean leaves = resource.getSpec().managementPolicy() == ManagementPolicy.Observe
                || resource.getSpec().deletionPolicy() == DeletionPolicy.Retain;
        if (leaves) {
            forget(resource);
            return Turn.finished(List.of());
        }
        return new ServiceDeletion(calls, turns, companions, settings).turn(resource);
    }

    /** Nobody looks at the service any more. */
    private void forget(FargateService resource) {
        settings.preflights().forget(holder(resource));
        companions.forget(resource);
        Memory.of(resource.getStatus())
                .place()
                .map(place -> ServiceDeletion.ref(resource, place, settings))
                .ifPresent(calls.watch()::forget);
    }

    /** A task of a service, named {@code namespace/name}, stopped: the next turn reads why. */
    public void taskStopped(String owner) {
        stoppedTasks.heard(owner);
    }

    static String holder(FargateService resource) {
        return Api.qualified(resource);
    }
}

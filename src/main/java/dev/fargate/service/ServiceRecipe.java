package dev.fargate.service;

import dev.fargate.api.Api;
import dev.fargate.api.DeletionPolicy;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Look;
import dev.fargate.aws.Owner;
import dev.fargate.aws.SdkTags;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.ServiceWatch;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.environment.Relocation;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.taskdefinition.IntentRecovery;
import dev.fargate.taskdefinition.OwnRevisions;
import dev.fargate.turn.Rechecks;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Service;

/** The loop of FargateService: resolve, observe, plan, apply, report. */
public final class ServiceRecipe implements Recipe<FargateService, FargateServiceStatus> {
    private final Aws.Accounts accounts;
    private final ServiceWatch watch;
    private final Writes writes;
    private final Tries tries;
    private final ServiceSettings settings;
    private final ServiceTurns turns;
    private final StoppedTasks stoppedTasks;
    private final Rechecks rechecks = new Rechecks();

    public ServiceRecipe(
            Aws.Accounts accounts, ServiceWatch watch, Writes writes, Tries tries, ServiceSettings settings) {
        this.accounts = accounts;
        this.watch = watch;
        this.writes = writes;
        this.tries = tries;
        this.settings = settings;
        this.turns = new ServiceTurns(tries, settings.time());
        this.stoppedTasks = new StoppedTasks(settings.time());
    }

    @Override
    public Turn<FargateServiceStatus> turn(FargateService resource, Consumer<FargateServiceStatus> journal) {
        Memory memory = Memory.of(resource.getStatus());
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Paused) {
            return paused(resource, memory);
        }
        return switch (settings.references()
                .environments()
                .of(resource.getSpec().environment(), resource.getMetadata().getNamespace())) {
            case Resolution.Unresolved<ResolvedEnvironment> unresolved ->
                unresolved(resource, memory, unresolved.problem());
            case Resolution.Resolved<ResolvedEnvironment> environment ->
                switch (ServiceResolver.resolve(
                        resource,
                        environment.desired(),
                        settings.references().taskDefinitions(),
                        settings.clusterId())) {
                    case Resolution.Unresolved<DesiredService> unresolved ->
                        unresolved(resource, memory, unresolved.problem());
                    case Resolution.Resolved<DesiredService> desired ->
                        towards(desired.desired(), resource, memory, journal);
                };
        };
    }

    private Turn<FargateServiceStatus> towards(
            DesiredService desired, FargateService resource, Memory recorded, Consumer<FargateServiceStatus> journal) {
        Optional<Problem> moved = Relocation.of("service", recorded.place(), desired.place());
        if (moved.isPresent()) {
            return turns.problem(resource, moved.get(), recorded, Optional.empty());
        }
        ServiceRef ref =
                new ServiceRef(desired.scope(), desired.place().clusterArn(), desired.serviceName(), holder(resource));
        Aws aws = accounts.of(desired.scope());
        try {
            if (resource.getSpec().managementPolicy() == ManagementPolicy.Observe) {
                return observe(desired, resource, recorded, ref);
            }
            OwnRevisions recovered = IntentRecovery.recover(
                    aws.taskDefinitions(), desired.owner(), desired.family(), recorded.revisions());
            Optional<Look> look = fresh(watch.latest(ref), resource);
            Memory known = recorded.withRevisions(desired.task()
                    .known(settings.audit().checked(aws.taskDefinitions(), recovered, isGone(recorded, look))));
            Optional<Service> live = live(look, desired);
            Memory memory = live.map(service -> Learnt.from(
                            desired, Adoption.compared(aws.taskDefinitions(), desired, known, service), service))
                    .orElse(known);
            return switch (new ServicePlanner(desired, memory, settings.rhythm().existence(), now()).plan(look)) {
                case Move.Look first -> lookFirst(look, ref, first, resource, memory);
                case Move.Blocked blocked -> {
                    watch.ask(ref, blocked.lookAt());
                    yield turns.problem(resource, blocked.problem(), memory, live);
                }
                case Move.Go go -> go(desired, resource, new Start(recorded, memory, live, ref), go, journal);
            };
        } catch (AwsException e) {
            return turns.refused(e, resource, recorded, Optional.empty(), List.of());
        }
    }

    /**
     * Where a plan starts from.
     *
     * @param recorded what the status remembered
     * @param memory that, and what was learnt since
     */
    private record Start(Memory recorded, Memory memory, Optional<Service> live, ServiceRef ref) {}

    private Turn<FargateServiceStatus> go(
            DesiredService desired,
            FargateService resource,
            Start start,
            Move.Go go,
            Consumer<FargateServiceStatus> journal) {
        boolean inWave = Waves.brings(go.plan(), desired, resource, start.recorded());
        Optional<Problem> held = inWave
                ? settings.references()
                        .waves()
                        .hold(
                                resource.getSpec().environment(),
                                desired.settings().edition(),
                                holder(resource))
                : Optional.empty();
        if (held.isPresent()) {
            return turns.problem(resource, held.get(), start.memory(), start.live());
        }
        ServiceApplier applier = new ServiceApplier(
                new ServiceApplier.Hands(
                        accounts.of(desired.scope()), writes.of(desired.scope(), holder(resource)), watch),
                start.ref(),
                desired.family(),
                intending -> journal.accept(new ServiceReport(resource, now())
                        .intending(intending.withPlace(desired.place()), start.live())));
        Outcome outcome = applier.apply(go.plan(), Outcome.start(start.memory(), start.live()));
        return settle(inWave ? desired.inWave() : desired, resource, start.ref(), outcome, go);
    }

    private Turn<FargateServiceStatus> paused(FargateService resource, Memory memory) {
        forget(resource, memory);
        return Turn.report(new ServiceReport(resource, now()).paused(memory), List.of());
    }

    /** Nobody looks at the service any more. */
    private void forget(FargateService resource, Memory memory) {
        memory.place()
                .map(place -> ServiceDeletion.ref(resource, place, settings))
                .ifPresent(watch::forget);
    }

    private Turn<FargateServiceStatus> observe(
            DesiredService desired, FargateService resource, Memory recorded, ServiceRef ref) {
        Aws aws = accounts.of(desired.scope());
        Optional<Look> look = fresh(watch.latest(ref), resource);
        Memory memory = recorded.withRevisions(desired.task().known(recorded.revisions()));
        return switch (Observation.of(desired, memory, look, aws.taskDefinitions(), now())) {
            case Observation.Unseen unseen -> lookFirst(look, ref, new Move.Look(now()), resource, recorded);
            case Observation.Failed failed -> lookFirst(look, ref, new Move.Look(now()), resource, recorded);
            case Observation.Refused refused -> turns.problem(resource, refused.problem(), recorded, Optional.empty());
            case Observation.Seen seen ->
                Turn.<FargateServiceStatus>report(
                                new ServiceReport(resource, now()).observing(seen.plan(), recorded, seen.service()),
                                List.of())
                        .again(tries.stalled());
        };
    }

    private Turn<FargateServiceStatus> settle(
            DesiredService desired, FargateService resource, ServiceRef ref, Outcome outcome, Move.Go go) {
        Memory memory = outcome.service()
                .map(service -> Learnt.from(desired, outcome.memory(), service))
                .orElse(outcome.memory().withPlace(desired.place()));
        return switch (outcome.stop()) {
            case Outcome.Stop.Later later
            when outcome.leavesOnlyTidying(go.plan()) ->
                done(desired, resource, ref, memory, outcome).againWithin(until(later.until()));
            case Outcome.Stop.Later later -> {
                Turn<FargateServiceStatus> turn = outcome.done().isEmpty()
                        ? Turn.quiet(Optional.empty())
                        : report(desired, resource, memory, outcome);
                yield turn.again(until(later.until()));
            }
            case Outcome.Stop.Refused refused
            when outcome.leavesOnlyTidying(go.plan()) ->
                done(desired, resource, ref, memory, outcome).againWithin(turns.tidying(refused.error()));
            case Outcome.Stop.Refused refused -> {
                Turn<FargateServiceStatus> turn =
                        turns.refused(refused.error(), resource, memory, outcome.service(), outcome.pending(go.plan()));
                // Not sooner than the next try: what a look sees begins a turn.
                watch.ask(ref, now().plus(turn.again().orElse(Duration.ZERO)));
                yield turn;
            }
            case Outcome.Stop.None none -> done(desired, resource, ref, memory, outcome);
        };
    }

    private Turn<FargateServiceStatus> done(
            DesiredService desired, FargateService resource, ServiceRef ref, Memory memory, Outcome outcome) {
        tries.succeeded(holder(resource));
        Memory tagged = memory.withTagKeys(Owner.declaredKeys(desired.tags()));
        TaskReads calls =
                new TaskReads(accounts.of(desired.scope()), writes.of(desired.scope(), holder(resource)), ref);
        StoppedTasks.Seen seen =
                stoppedTasks.look(desired, Memory.of(resource.getStatus()), tagged, outcome.service(), calls);
        return turns.reading(
                seen,
                holder(resource),
                paced(desired, seen.memory(), ref, report(desired, resource, seen.memory(), outcome)));
    }

    private Turn<FargateServiceStatus> report(
            DesiredService desired, FargateService resource, Memory memory, Outcome outcome) {
        Health health = outcome.service()
                .map(service -> Health.of(desired, memory, service, now()))
                .orElseGet(() -> new Health(
                        Health.State.WORKING, "Registering", "The revision is registered.", Optional.empty()));
        FargateServiceStatus status = new ServiceReport(resource, now()).progress(health, memory, outcome.service());
        boolean untold = outcome.done().isEmpty()
                && health.state() == Health.State.WORKING
                && StatusNews.onlyCounts(resource.getStatus(), status);
        return untold
                ? Turn.quiet(Optional.empty())
                : Turn.report(status, StatusNews.notices(resource.getStatus(), health, memory, outcome.done()));
    }

    /** Looks again when the rollout may be done, and comes back when its deadline passes or a restart is due. */
    private Turn<FargateServiceStatus> paced(
            DesiredService desired, Memory memory, ServiceRef ref, Turn<FargateServiceStatus> turn) {
        settings.rhythm()
                .polls()
                .next(memory.rollout(), watch.isAnnounced(ref), now())
                .ifPresent(at -> watch.ask(ref, at));
        return Stream.of(Health.deadline(desired, memory), desired.settings().restartAt())
                .flatMap(Optional::stream)
                .filter(at -> at.isAfter(now()))
                .min(Comparator.naturalOrder())
                .map(at -> turn.again(until(at).plusSeconds(1)))
                .orElse(turn);
    }

    private Turn<FargateServiceStatus> lookFirst(
            Optional<Look> look, ServiceRef ref, Move.Look first, FargateService resource, Memory memory) {
        if (look.isPresent() && look.get() instanceof Look.Failed failed) {
            Turn<FargateServiceStatus> turn =
                    turns.refused(failed.error(), resource, memory, Optional.empty(), List.of());
            watch.ask(ref, now().plus(turn.again().orElse(Duration.ofMinutes(1))));
            // A look that failed says nothing of a service that was as it should be.
            return Unanswered.spec(resource) ? turn : Turn.quiet(turn.again());
        }
        watch.ask(ref, first.at());
        return Turn.quiet(Optional.empty());
    }

    private Turn<FargateServiceStatus> unresolved(FargateService resource, Memory memory, Problem problem) {
        if (!problem.stalled() && !Unanswered.spec(resource)) {
            return Turn.quiet(Optional.of(tries.stalled()));
        }
        return turns.problem(resource, problem, memory, Optional.empty());
    }

    @Override
    public Turn<FargateServiceStatus> deletion(FargateService resource, Consumer<FargateServiceStatus> journal) {
        stoppedTasks.forget(holder(resource));
        Memory memory = Memory.of(resource.getStatus());
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Paused) {
            return paused(resource, memory);
        }
        boolean leaves = resource.getSpec().managementPolicy() == ManagementPolicy.Observe
                || resource.getSpec().deletionPolicy() == DeletionPolicy.Retain;
        if (leaves) {
            forget(resource, memory);
            return Turn.finished(List.of());
        }
        return new ServiceDeletion(accounts, watch, writes, tries, settings).turn(resource);
    }

    /** A task of a service, named {@code namespace/name}, stopped: the next turn reads why. */
    public void taskStopped(String owner) {
        stoppedTasks.heard(owner);
    }

    private boolean isGone(Memory memory, Optional<Look> look) {
        return look.isPresent()
                && look.get() instanceof Look.Missing missing
                && settings.rhythm().existence().believed(memory, missing);
    }

    private Optional<Look> fresh(Optional<Look> look, FargateService resource) {
        Optional<Instant> since = rechecks.since(
                holder(resource),
                ServiceResolver.annotation(resource, Api.RECONCILE_AT),
                Optional.ofNullable(resource.getStatus()).map(FargateServiceStatus::lastHandledReconcileAt),
                now());
        return look.filter(seen -> since.isEmpty() || !seen.at().isBefore(since.get()));
    }

    private static Optional<Service> live(Optional<Look> look, DesiredService desired) {
        return look.filter(Look.Found.class::isInstance)
                .map(found -> ((Look.Found) found).service())
                .filter(service -> desired.ownership()
                        .refusal("", service.serviceArn(), SdkTags.map(service.tags()))
                        .isEmpty())
                .filter(service -> Adoption.misfit(service).isEmpty());
    }

    static String holder(FargateService resource) {
        return resource.getMetadata().getNamespace() + "/"
                + resource.getMetadata().getName();
    }

    private Duration until(Instant at) {
        Duration delay = Duration.between(now(), at);
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    private Instant now() {
        return settings.time().instant();
    }
}

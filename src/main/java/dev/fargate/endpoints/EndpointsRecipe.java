package dev.fargate.endpoints;

import dev.fargate.api.Api;
import dev.fargate.api.DeletionPolicy;
import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEndpointsSpec;
import dev.fargate.api.FargateEndpointsStatus;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Identity.Caller;
import dev.fargate.cost.PriceTable;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.turn.Doubts;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The loop of FargateEndpoints. */
public final class EndpointsRecipe implements Recipe<FargateEndpoints, FargateEndpointsStatus> {
    private final EndpointsResolver resolver;
    private final EndpointsEye eye;
    private final Doubts doubts;
    private final Writes writes;
    private final EndpointsTurns turns;
    private final Settings settings;

    public EndpointsRecipe(Aws.Accounts accounts, Writes writes, Tries tries, Settings settings) {
        this.resolver = new EndpointsResolver(settings.clusterId(), settings.environments()::find);
        this.eye = new EndpointsEye(accounts, settings.time());
        this.doubts = new Doubts(settings.time(), settings.rhythm().confirmation());
        this.writes = writes;
        this.turns = new EndpointsTurns(tries, settings.rhythm().poll());
        this.settings = settings;
    }

    /**
     * What the loop is told from outside.
     *
     * @param clusterId names this operator's cluster in owner tags
     * @param prices of which status makes estimates
     */
    public record Settings(
            String clusterId, Environments environments, PriceTable prices, Rhythm rhythm, InstantSource time) {}

    /**
     * When endpoints are looked at.
     *
     * @param poll while EC2 is at work on them
     * @param sweep when nothing happens
     * @param confirmation between two looks that miss what is on record, before it counts as gone
     */
    public record Rhythm(Duration poll, Duration sweep, Duration confirmation) {}

    /** The environments that there are. */
    public interface Environments {
        Optional<FargateEnvironment> find(String name);

        Stream<FargateEnvironment> all();
    }

    /** What one turn is about. */
    record Round(
            FargateEndpoints resource,
            DesiredEndpoints desired,
            Known before,
            EndpointsReport report,
            Consumer<FargateEndpointsStatus> journal) {
        String holder() {
            return desired.holder();
        }

        Round with(DesiredEndpoints other) {
            return new Round(resource, other, before, report, journal);
        }

        /** With another one, everything is looked at anew. */
        Object occasion() {
            return List.of(
                    resource.getMetadata().getGeneration(),
                    desired.subnets(),
                    Api.annotation(resource, Api.RECONCILE_AT).orElse(""));
        }
    }

    @Override
    public Turn<FargateEndpointsStatus> turn(FargateEndpoints resource, Consumer<FargateEndpointsStatus> journal) {
        Round round = recorded(resource, journal);
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Paused) {
            return Turn.report(round.report().paused(round.before()), List.of())
                    .again(settings.rhythm().sweep());
        }
        return switch (resolver.resolve(resource)) {
            case Resolution.Unresolved<DesiredEndpoints> unresolved ->
                turns.told(round.report(), unresolved.problem(), round.before());
            case Resolution.Resolved<DesiredEndpoints> resolved -> guarded(round.with(resolved.desired()));
        };
    }

    private Turn<FargateEndpointsStatus> guarded(Round round) {
        try {
            return look(round);
        } catch (AwsException e) {
            return turns.failed(round.holder(), round.report(), e, round.before(), List.of());
        }
    }

    private Turn<FargateEndpointsStatus> look(Round round) {
        Caller caller = eye.caller(round.desired());
        Optional<Problem> moved = EndpointsTurns.accountChanged(round.before(), caller.accountId());
        if (moved.isPresent()) {
            return turns.told(round.report(), moved.get(), round.before());
        }
        Ground ground = eye.ground(round.desired(), round.occasion(), caller);
        Optional<Problem> trouble = ground.problem(round.desired(), round.before());
        if (trouble.isPresent()) {
            return turns.told(round.report(), trouble.get(), round.before());
        }
        EndpointsView view = eye.view(round.desired(), ground);
        if (doubts.open(round.desired().owner().uid(), round.before().missing(view.own(round.desired())))) {
            return Turn.quiet(Optional.of(settings.rhythm().confirmation()));
        }
        Known known = Known.of(round.desired(), view, round.before());
        return switch (EndpointPlanner.plan(round.desired(), view, round.before())) {
            case Resolution.Unresolved<Plan<EndpointStep>> unresolved ->
                turns.told(round.report(), unresolved.problem(), known);
            case Resolution.Resolved<Plan<EndpointStep>> resolved ->
                round.resource().getSpec().managementPolicy() == ManagementPolicy.Observe
                        ? observe(round, view, resolved.desired(), known)
                        : enforce(round, view, resolved.desired(), known);
        };
    }

    private Turn<FargateEndpointsStatus> observe(
            Round round, EndpointsView view, Plan<EndpointStep> plan, Known known) {
        turns.tries().succeeded(round.holder());
        Optional<Problem> failed = EndpointPlanner.failed(round.desired(), view);
        if (failed.isPresent()) {
            return turns.told(round.report(), failed.get(), known);
        }
        return Turn.report(round.report().observing(round.desired(), view, plan, known), List.of())
                .again(settings.rhythm().sweep());
    }

    private Turn<FargateEndpointsStatus> enforce(Round round, EndpointsView view, Plan<EndpointStep> plan, Known seen) {
        List<EndpointStep.Create> creations = plan.steps().stream()
                .filter(EndpointStep.Create.class::isInstance)
                .map(EndpointStep.Create.class::cast)
                .toList();
        Known intended = seen.tagged(round.desired()).making(creations, round.before());
        intend(round, plan, intended);
        EndpointsWork.Done done = new EndpointsWork(
                        eye.aws(round.desired()), writes.of(round.desired().scope(), round.holder()))
                .carryOut(plan);
        Known known = intended.with(round.desired(), done.made()).ending(done.open());
        boolean followed = done.open().stream().anyMatch(GroupStep.Create.class::isInstance);
        if (done.refused().isPresent()) {
            Turn<FargateEndpointsStatus> told =
                    turns.failed(round.holder(), round.report(), done.refused().get(), known, done.notices());
            return done.open().isEmpty()
                    ? told
                    : told.againWithin(
                            followed ? Duration.ZERO : settings.rhythm().poll());
        }
        turns.tries().succeeded(round.holder());
        if (done.later().isPresent()) {
            return Turn.report(round.report().working("Changing", plan.steps(), known), done.notices())
                    .again(Turn.until(done.later().get(), round.report().now()));
        }
        if (followed && done.made().isEmpty()) {
            return Turn.<FargateEndpointsStatus>quiet(Optional.of(Duration.ZERO))
                    .telling(done.notices());
        }
        Optional<Problem> failed = EndpointPlanner.failed(round.desired(), view);
        if (failed.isPresent() && done.open().isEmpty()) {
            return turns.told(round.report(), failed.get(), known).telling(done.notices());
        }
        // Endpoints follow their security group at once.
        return done.open().isEmpty()
                ? Turn.report(round.report().ready(round.desired(), view, known), done.notices())
                        .again(settings.rhythm().sweep())
                : Turn.report(round.report().working("Changing", done.open(), known), done.notices())
                        .again(followed ? Duration.ZERO : settings.rhythm().poll());
    }

    /** On record before the calls, so that a deletion after a crash knows what to look for. */
    private static void intend(Round round, Plan<EndpointStep> plan, Known known) {
        List<EndpointStep> creations = plan.steps().stream()
                .filter(step -> step instanceof EndpointStep.Create || step instanceof GroupStep.Create)
                .toList();
        boolean unknown = !round.before().intended().containsAll(known.intended())
                || (round.before().vpcId().isEmpty() && !creations.isEmpty());
        if (unknown) {
            round.journal().accept(round.report().working("Changing", creations, known));
        }
    }

    @Override
    public Turn<FargateEndpointsStatus> deletion(FargateEndpoints resource, Consumer<FargateEndpointsStatus> journal) {
        FargateEndpointsSpec spec = resource.getSpec();
        Round round = recorded(resource, journal);
        if (spec.managementPolicy() == ManagementPolicy.Paused) {
            return Turn.report(round.report().pausedDeletion(round.before()), List.of())
                    .again(settings.rhythm().sweep());
        }
        EndpointsDeletion deletion = new EndpointsDeletion(eye, doubts, writes, turns, settings);
        boolean touches =
                spec.managementPolicy() != ManagementPolicy.Observe && spec.deletionPolicy() != DeletionPolicy.Retain;
        return touches ? deletion.towardsNothing(round) : deletion.leaving(round);
    }

    private Round recorded(FargateEndpoints resource, Consumer<FargateEndpointsStatus> journal) {
        Known before = Known.of(resource.getStatus());
        return new Round(
                resource,
                resolver.recorded(resource, before),
                before,
                new EndpointsReport(resource, settings),
                journal);
    }
}

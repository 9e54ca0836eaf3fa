package dev.fargate.loadbalancer;

import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateLoadBalancerStatus;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.environment.Ownership;
import dev.fargate.environment.Relocation;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.loadbalancer.LoadBalancerApplier.Outcome;
import dev.fargate.turn.Doubts;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The loop of FargateLoadBalancer: resolve, look, plan, carry out, look again, report. */
public final class LoadBalancerRecipe implements Recipe<FargateLoadBalancer, FargateLoadBalancerStatus> {
    private final Aws.Accounts accounts;
    private final LoadBalancerEye eye;
    private final Doubts doubts;
    private final Writes writes;
    private final LoadBalancerTurns turns;
    private final LoadBalancerSettings settings;

    public LoadBalancerRecipe(Aws.Accounts accounts, Writes writes, Tries tries, LoadBalancerSettings settings) {
        this.accounts = accounts;
        this.eye = new LoadBalancerEye(accounts);
        this.doubts = new Doubts(settings.time(), settings.rhythm().confirmation());
        this.writes = writes;
        this.turns = new LoadBalancerTurns(tries, settings.rhythm().poll());
        this.settings = settings;
    }

    @Override
    public Turn<FargateLoadBalancerStatus> turn(
            FargateLoadBalancer resource, Consumer<FargateLoadBalancerStatus> journal) {
        Round round = round(resource, journal);
        if (round.spec().managementPolicy() == ManagementPolicy.Paused) {
            return Turn.report(round.report().paused(round.known()), List.of());
        }
        return switch (settings.environments()
                .of(round.spec().environment(), resource.getMetadata().getNamespace())) {
            case Resolution.Unresolved<ResolvedEnvironment> unresolved -> without(round, unresolved.problem());
            case Resolution.Resolved<ResolvedEnvironment> environment -> guarded(round, environment.desired());
        };
    }

    /** An environment that passes through a change says nothing of a load balancer that is settled. */
    private Turn<FargateLoadBalancerStatus> without(Round round, Problem problem) {
        return round.isOfKnownSpec() && !problem.stalled()
                ? Turn.quiet(Optional.of(turns.tries().stalled()))
                : turns.told(round.report(), problem, round.known());
    }

    private Turn<FargateLoadBalancerStatus> guarded(Round round, ResolvedEnvironment environment) {
        Optional<Problem> moved = Relocation.of("load balancer", round.known().place(), environment.place());
        if (moved.isPresent()) {
            return turns.told(round.report(), moved.get(), round.known());
        }
        try {
            return look(round, environment);
        } catch (AwsException e) {
            return turns.failed(round.holder(), round.report(), e, round.known(), List.of());
        }
    }

    private Turn<FargateLoadBalancerStatus> look(Round round, ResolvedEnvironment environment) {
        Set<String> vpcs =
                eye.vpcs(environment.scope(), round.owner().uid(), round.spec().subnets());
        if (vpcs.size() != 1) {
            return turns.told(round.report(), inSeveral(vpcs), round.known());
        }
        String vpcId = vpcs.iterator().next();
        Optional<Known.Ground> left =
                round.known().ground().filter(ground -> !ground.vpcId().equals(vpcId));
        if (left.isPresent()) {
            String name = LoadBalancerResolver.name(round.spec(), round.owner());
            LoadBalancerView there =
                    eye.look(environment.scope(), name, left.get().vpcId());
            if (doubts.open(round.owner().uid(), round.known().missing(there))) {
                return lookOnceMore();
            }
            if (there.hasSomethingOf(round.owner())) {
                return turns.told(round.report(), Claims.moved(left.get().vpcId(), vpcId), round.known());
            }
        }
        return lookIn(vpcId, round, environment);
    }

    private Turn<FargateLoadBalancerStatus> lookIn(String vpcId, Round round, ResolvedEnvironment environment) {
        return switch (LoadBalancerResolver.resolve(round.spec(), round.owner(), environment, vpcId)) {
            case Resolution.Unresolved<DesiredLoadBalancer> unresolved ->
                turns.told(round.report(), unresolved.problem(), round.known());
            case Resolution.Resolved<DesiredLoadBalancer> resolved -> {
                DesiredLoadBalancer desired = resolved.desired();
                LoadBalancerView view = eye.look(environment.scope(), desired.name(), vpcId);
                yield doubts.open(round.owner().uid(), round.known().missing(view))
                        ? lookOnceMore()
                        : towards(
                                round.knowing(round.known()
                                        .at(new Known.Ground(environment.place(), vpcId))
                                        .serving(settings.served().by(round.resource()))),
                                environment.scope(),
                                desired,
                                view);
            }
        };
    }

    private Turn<FargateLoadBalancerStatus> lookOnceMore() {
        return Turn.quiet(Optional.of(settings.rhythm().confirmation()));
    }

    private Turn<FargateLoadBalancerStatus> towards(
            Round round, AwsScope scope, DesiredLoadBalancer desired, LoadBalancerView view) {
        Resolution<Plan<LoadBalancerStep>> planned =
                LoadBalancerPlanner.plan(desired, view, round.known().tagKeys());
        if (!(planned instanceof Resolution.Resolved<Plan<LoadBalancerStep>> resolved)) {
            return settled(round, desired, view, planned);
        }
        Plan<LoadBalancerStep> plan = resolved.desired();
        if (round.spec().managementPolicy() == ManagementPolicy.Observe) {
            turns.tries().succeeded(round.holder());
            return Turn.report(round.report().observing(plan, round.known().observing(view)), List.of())
                    .again(settings.rhythm().sweep());
        }
        return LoadBalancerPlanner.open(plan).isEmpty()
                ? settled(round, desired, view, planned)
                : carryOut(round, scope, desired, view, LoadBalancerPlanner.takeoverFirst(plan));
    }

    private Turn<FargateLoadBalancerStatus> carryOut(
            Round before,
            AwsScope scope,
            DesiredLoadBalancer desired,
            LoadBalancerView view,
            Plan<LoadBalancerStep> plan) {
        Round round = before.knowing(before.known().seeing(view, before.owner()).tagging(desired));
        boolean creates = plan.steps().stream().anyMatch(LoadBalancerStep.Create.class::isInstance);
        String reason = creates ? "Creating" : "Updating";
        if (creates) {
            // On record before the calls, so that a deletion after a crash knows where to look.
            round.journal()
                    .accept(round.report()
                            .working(reason, "Creating load balancer %s.".formatted(desired.name()), round.known()));
        }
        Outcome outcome = applier(scope, round).apply(plan, view);
        return turns.halted(round.holder(), round.report(), outcome, reason, round.known())
                .orElseGet(() -> {
                    LoadBalancerView now =
                            eye.look(scope, desired.name(), desired.fixed().vpcId());
                    return settled(
                                    round,
                                    desired,
                                    now,
                                    LoadBalancerPlanner.plan(
                                            desired, now, round.known().tagKeys()))
                            .telling(LoadBalancerNotices.of(outcome.done()));
                });
    }

    /** How it stands when there is nothing to do, or when all of a plan was done. */
    private Turn<FargateLoadBalancerStatus> settled(
            Round round,
            DesiredLoadBalancer desired,
            LoadBalancerView view,
            Resolution<Plan<LoadBalancerStep>> planned) {
        Known known = round.known().seeing(view, round.owner());
        return switch (planned) {
            case Resolution.Unresolved<Plan<LoadBalancerStep>> unresolved ->
                turns.told(round.report(), unresolved.problem(), known);
            case Resolution.Resolved<Plan<LoadBalancerStep>> resolved -> {
                turns.tries().succeeded(round.holder());
                List<LoadBalancerStep> open = LoadBalancerPlanner.open(resolved.desired());
                if (!open.isEmpty()) {
                    yield working(round, "Updating", "To do: %s.".formatted(LoadBalancerNotices.brief(open)), known);
                }
                yield resolved.desired().isEmpty()
                        ? Turn.report(
                                        round.report()
                                                .ready(
                                                        view.balancer().orElseThrow(),
                                                        desired.owner(),
                                                        known.tagged(desired)),
                                        List.<Notice>of())
                                .again(settings.rhythm().sweep())
                        : working(
                                round,
                                "Provisioning",
                                "ELB sets up load balancer %s.".formatted(desired.name()),
                                known.tagged(desired));
            }
        };
    }

    private Turn<FargateLoadBalancerStatus> working(Round round, String reason, String message, Known known) {
        return Turn.<FargateLoadBalancerStatus>report(round.report().working(reason, message, known), List.of())
                .again(settings.rhythm().poll());
    }

    @Override
    public Turn<FargateLoadBalancerStatus> deletion(
            FargateLoadBalancer resource, Consumer<FargateLoadBalancerStatus> journal) {
        return new LoadBalancerDeletion(accounts, eye, doubts, writes, turns, settings)
                .turn(round(resource, journal), settings.served().by(resource));
    }

    private Round round(FargateLoadBalancer resource, Consumer<FargateLoadBalancerStatus> journal) {
        return new Round(
                resource,
                Ownership.owner(resource, settings.clusterId()),
                Known.of(resource.getStatus()),
                new LoadBalancerReport(resource, settings.time().instant()),
                journal);
    }

    private LoadBalancerApplier applier(AwsScope scope, Round round) {
        return LoadBalancerApplier.of(accounts.of(scope), writes.of(scope, round.holder()));
    }

    private static Problem inSeveral(Set<String> vpcs) {
        return Problem.stalled(
                "Invalid",
                "spec.subnets: they lie in different VPCs (%s). Name those of one VPC."
                        .formatted(String.join(", ", vpcs)));
    }
}

package dev.fargate.loadbalancer;

import dev.fargate.api.DeletionPolicy;
import dev.fargate.api.FargateLoadBalancerStatus;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.environment.Relocation;
import dev.fargate.turn.Doubts;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way of a load balancer towards nothing: its services first, then itself, then its security group. */
record LoadBalancerDeletion(
        Aws.Accounts accounts,
        LoadBalancerEye eye,
        Doubts doubts,
        Writes writes,
        LoadBalancerTurns turns,
        LoadBalancerSettings settings) {
    /** Asks only the informer's cache, so it may be often. */
    private static final Duration IN_USE = Duration.ofSeconds(2);

    private static final int NAMES_SHOWN = 5;

    /**
     * One turn.
     *
     * @param users the services that it serves
     */
    Turn<FargateLoadBalancerStatus> turn(Round round, List<String> users) {
        if (round.spec().managementPolicy() == ManagementPolicy.Paused) {
            return Turn.report(round.report().paused(round.known()), List.of());
        }
        if (round.known().ground().isEmpty()) {
            forget(round);
            return Turn.finished(List.of());
        }
        if (round.spec().managementPolicy() == ManagementPolicy.Observe
                || round.spec().deletionPolicy() == DeletionPolicy.Retain) {
            forget(round);
            return Turn.finished(retained(round.known()));
        }
        if (!users.isEmpty()) {
            return turns.told(round.report(), inUse(users), round.known().serving(users))
                    .again(IN_USE);
        }
        try {
            return remove(
                    round.knowing(round.known().serving(List.of())),
                    round.known().ground().get());
        } catch (AwsException e) {
            return turns.failed(round.holder(), round.report(), e, round.known(), List.of());
        }
    }

    private Turn<FargateLoadBalancerStatus> remove(Round round, Known.Ground ground) {
        AwsScope scope = settings.environments().scope(round.spec().environment(), ground.place());
        Aws aws = accounts.of(scope);
        // Another account does not have the load balancer, which would look like the end of it.
        Optional<Problem> unreachable = Relocation.unreachable("The load balancer is", ground.place(), aws.identity());
        if (unreachable.isPresent()) {
            return turns.told(round.report(), unreachable.get(), round.known());
        }
        Departing departing = Departing.of(round.spec(), round.owner());
        LoadBalancerView view = eye.look(scope, departing.name(), ground.vpcId());
        // It is on record from before its creation on, so it may be there.
        Set<String> missing = view.balancer().isPresent() ? Set.of() : Set.of(departing.name());
        if (doubts.open(round.owner().uid(), missing)) {
            return Turn.quiet(Optional.of(settings.rhythm().confirmation()));
        }
        return switch (LoadBalancerPlanner.deletion(departing, view)) {
            case Resolution.Unresolved<Plan<LoadBalancerStep>> unresolved ->
                turns.told(round.report(), unresolved.problem(), round.known());
            case Resolution.Resolved<Plan<LoadBalancerStep>> resolved -> {
                LoadBalancerApplier.Outcome outcome = LoadBalancerApplier.of(aws, writes.of(scope, round.holder()))
                        .apply(resolved.desired(), view);
                yield turns.halted(round.holder(), round.report(), outcome, "Deleting", round.known())
                        .orElseGet(() -> {
                            forget(round);
                            return Turn.finished(LoadBalancerNotices.of(outcome.done()));
                        });
            }
        };
    }

    private static Problem inUse(List<String> users) {
        return Problem.waiting(
                "InUse",
                ("%d services still take from target groups that this load balancer forwards to: %s%s. Delete them, or give them"
                                + " other target groups: kubectl get fsvc -A")
                        .formatted(
                                users.size(),
                                String.join(", ", users.subList(0, Math.min(NAMES_SHOWN, users.size()))),
                                users.size() > NAMES_SHOWN ? ", …" : ""));
    }

    private static List<Notice> retained(Known known) {
        return known.balancer().stream()
                .map(balancer ->
                        Notice.normal("Retained", "Load balancer %s stays as it is.".formatted(balancer.arn())))
                .toList();
    }

    private void forget(Round round) {
        eye.forget(round.owner().uid());
        doubts.forget(round.owner().uid());
        turns.tries().succeeded(round.holder());
    }
}

package dev.fargate.runtime;

import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.aws.Aws;
import dev.fargate.loadbalancer.LoadBalancerRecipe;
import dev.fargate.loadbalancer.LoadBalancerSettings;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.time.InstantSource;
import java.util.List;

/** Puts the loop of FargateLoadBalancer together. */
record LoadBalancerKind(OperatorSettings settings, String clusterId, Indexes indexes, InstantSource time) {
    LoadBalancerRecipe recipe(Aws.Accounts accounts, Writes writes, Tries tries) {
        OperatorSettings.Pacing pacing = settings.pacing();
        return new LoadBalancerRecipe(
                accounts,
                writes,
                tries,
                new LoadBalancerSettings(
                        clusterId,
                        new KnownEnvironments(indexes),
                        indexes.services()::through,
                        new LoadBalancerSettings.Rhythm(
                                pacing.polls().getFirst(),
                                pacing.sweep(),
                                pacing.missing().confirmation()),
                        time));
    }

    static WorkloadIndex<FargateLoadBalancer> index() {
        return new WorkloadIndex<>(
                balancer -> balancer.getSpec().environment(),
                balancer -> balancer.getStatus() == null
                        ? List.of()
                        : balancer.getStatus().conditions());
    }
}

package dev.fargate.loadbalancer;

import dev.fargate.environment.EnvironmentOf;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What the loop is told from outside.
 *
 * @param clusterId names this operator's cluster in owner tags
 */
public record LoadBalancerSettings(
        String clusterId, EnvironmentOf environments, Served served, Rhythm rhythm, InstantSource time) {

    /**
     * When load balancers are looked at.
     *
     * @param poll while AWS is at work on them
     * @param sweep when nothing happens
     * @param confirmation between two looks that miss what is on record, before it counts as gone
     */
    public record Rhythm(Duration poll, Duration sweep, Duration confirmation) {}
}

package dev.fargate.service;

import dev.fargate.cost.PriceTable;
import dev.fargate.environment.EnvironmentOf;
import dev.fargate.hook.HookRuns;
import dev.fargate.preflight.Preflights;
import dev.fargate.rightsize.RightSizes;
import dev.fargate.routing.Routing;
import dev.fargate.taskdefinition.RevisionAudit;
import dev.fargate.taskdefinition.TaskDefinitionOf;
import java.time.InstantSource;

/**
 * What the loop of services is told from outside.
 *
 * @param clusterId names this operator's cluster in owner tags
 * @param references finds what a service names
 * @param audit knows which revisions somebody deregistered
 * @param prices what tasks cost
 * @param preflights knows what tasks will meet with
 * @param rightSizes knows what tasks have used
 */
public record ServiceSettings(
        String clusterId,
        References references,
        Rhythm rhythm,
        RevisionAudit audit,
        PriceTable prices,
        Preflights preflights,
        RightSizes rightSizes,
        InstantSource time) {

    /**
     * When things are looked at.
     *
     * @param existence when a MISSING answer is believed
     * @param polls when a rollout is looked at
     */
    public record Rhythm(Existence existence, Polls polls) {}

    /**
     * The resources that services name.
     *
     * @param routing finds what is made for load balancers
     * @param waves paces what changes of environments bring
     * @param hooks the runs that go with rollouts
     */
    public record References(
            EnvironmentOf environments,
            TaskDefinitionOf taskDefinitions,
            Routing routing,
            Waves waves,
            HookRuns hooks) {}
}

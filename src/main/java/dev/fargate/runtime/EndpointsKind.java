package dev.fargate.runtime;

import dev.fargate.aws.Aws;
import dev.fargate.endpoints.EndpointsRecipe;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.time.InstantSource;

/** Puts the loop of FargateEndpoints together. */
record EndpointsKind(OperatorSettings settings, String clusterId, Indexes indexes, InstantSource time) {
    EndpointsRecipe recipe(Aws.Accounts accounts, Writes writes, Tries tries) {
        OperatorSettings.Pacing pacing = settings.pacing();
        return new EndpointsRecipe(
                accounts,
                writes,
                tries,
                new EndpointsRecipe.Settings(
                        clusterId,
                        indexes.environments(),
                        settings.prices(),
                        new EndpointsRecipe.Rhythm(
                                pacing.polls().getFirst(),
                                pacing.sweep(),
                                pacing.missing().confirmation()),
                        time));
    }
}

package dev.fargate.runtime;

import dev.fargate.aws.Aws;
import dev.fargate.aws.TaskWatch;
import dev.fargate.preflight.Preflights;
import dev.fargate.task.Rhythm;
import dev.fargate.task.TaskRecipe;
import dev.fargate.task.TaskSettings;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;

/** Puts the loop of FargateTask together. */
record TaskKind(
        KubernetesClient client, OperatorSettings settings, String clusterId, Indexes indexes, InstantSource time) {
    TaskRecipe recipe(Aws.Accounts accounts, TaskWatch watch, Writes writes, Tries tries, Preflights preflights) {
        return new TaskRecipe(
                accounts,
                watch,
                writes,
                tries,
                new TaskSettings(
                        clusterId,
                        new TaskSettings.References(
                                new KnownEnvironments(indexes),
                                indexes.taskDefinitions().all()::find,
                                indexes.schedules().all()::find),
                        rhythm(settings.pacing()),
                        new Expiry(client),
                        settings.prices(),
                        preflights,
                        time));
    }

    private static Rhythm rhythm(OperatorSettings.Pacing pacing) {
        return new Rhythm(
                pacing.polls(),
                pacing.sweep(),
                pacing.feedSweep(),
                pacing.missing().confirmation(),
                pacing.missing().settling());
    }
}

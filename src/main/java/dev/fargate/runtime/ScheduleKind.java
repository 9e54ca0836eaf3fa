package dev.fargate.runtime;

import dev.fargate.aws.Aws;
import dev.fargate.schedule.ScheduleRecipe;
import dev.fargate.schedule.ScheduleSettings;
import dev.fargate.taskdefinition.RevisionAudit;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/** Puts the loop of FargateSchedule together. */
record ScheduleKind(
        KubernetesClient client, OperatorSettings settings, String clusterId, Indexes indexes, InstantSource time) {
    ScheduleRecipe recipe(
            Aws.Accounts accounts, Writes writes, Tries tries, RevisionAudit audit, MeterRegistry meters) {
        return new ScheduleRecipe(
                accounts,
                writes,
                tries,
                new ScheduleSettings(
                        clusterId,
                        settings.roles().bounds(),
                        new ScheduleSettings.References(
                                new KnownEnvironments(indexes),
                                indexes.taskDefinitions().all()::find,
                                indexes.schedules().all()::list,
                                audit),
                        new KubernetesRuns(client, indexes.tasks()),
                        new ScheduleMeters(meters),
                        rhythm(settings.pacing()),
                        time));
    }

    private static ScheduleSettings.Rhythm rhythm(OperatorSettings.Pacing pacing) {
        return new ScheduleSettings.Rhythm(pacing.polls().getFirst(), pacing.sweep(), pacing.feedSweep());
    }
}

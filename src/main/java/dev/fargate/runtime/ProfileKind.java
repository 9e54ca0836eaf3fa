package dev.fargate.runtime;

import dev.fargate.aws.Aws;
import dev.fargate.profile.ClusterQueue;
import dev.fargate.profile.ProfileRecipe;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/** Puts the loop of FargateProfile together. */
record ProfileKind(KubernetesClient client, OperatorSettings settings, String clusterId, InstantSource time) {
    ProfileRecipe recipe(Aws.Accounts accounts, Writes writes, Tries tries, ClusterQueue queue) {
        OperatorSettings.Pacing pacing = settings.pacing();
        return new ProfileRecipe(
                accounts,
                writes,
                tries,
                new ProfileRecipe.Settings(
                        clusterId,
                        settings.roles().ofPods(),
                        new ProfileRecipe.Rhythm(
                                pacing.polls().getFirst(),
                                pacing.sweep(),
                                pacing.missing().confirmation(),
                                pacing.missing().settling()),
                        queue,
                        new RunningPods(
                                client,
                                settings.leadership().leaseNamespace(),
                                settings.leadership().identity()),
                        time));
    }

    static ClusterQueue queue(ProfileIndex index, InstantSource time, MeterRegistry meters) {
        ClusterQueue queue = new ClusterQueue(time, index::wake);
        Gauge.builder("fargate.profile.queue", queue, ClusterQueue::size)
                .description("FargateProfiles with an operation under way in their EKS cluster, or waiting for it")
                .register(meters);
        return queue;
    }
}

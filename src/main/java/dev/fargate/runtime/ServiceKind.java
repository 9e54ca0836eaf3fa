package dev.fargate.runtime;

import dev.fargate.preflight.Preflights;
import dev.fargate.rightsize.RightSizes;
import dev.fargate.routing.Listeners;
import dev.fargate.routing.Routing;
import dev.fargate.service.Existence;
import dev.fargate.service.Polls;
import dev.fargate.service.ServiceSettings;
import dev.fargate.service.Waves;
import dev.fargate.taskdefinition.RevisionAudit;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;

/** What the loop of FargateService is told. */
record ServiceKind(
        KubernetesClient client, OperatorSettings settings, String clusterId, Indexes indexes, InstantSource time) {
    ServiceSettings settings(Waves waves, RevisionAudit audit, Preflights preflights, RightSizes sizes) {
        return new ServiceSettings(
                clusterId,
                new ServiceSettings.References(
                        new KnownEnvironments(indexes),
                        indexes.taskDefinitions().all()::find,
                        new Routing(new Listeners(indexes.loadBalancers()::find)),
                        waves,
                        new KubernetesHookRuns(client, indexes.tasks())),
                rhythm(settings.pacing()),
                audit,
                settings.prices(),
                preflights,
                sizes,
                time);
    }

    private static ServiceSettings.Rhythm rhythm(OperatorSettings.Pacing pacing) {
        return new ServiceSettings.Rhythm(
                new Existence(pacing.missing().confirmation(), pacing.missing().settling()), new Polls(pacing.polls()));
    }
}

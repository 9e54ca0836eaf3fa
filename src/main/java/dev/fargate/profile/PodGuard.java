package dev.fargate.profile;

import dev.fargate.api.Api;
import dev.fargate.api.FargateProfile;
import dev.fargate.aws.Profiles.Cluster;
import dev.fargate.engine.Problem;
import java.util.Optional;

/** Looks before a profile is deleted: its pods stop, and the operator's own may be among them. */
record PodGuard(OwnCluster own) {
    private static final String FORCED = "true";

    /** What a deletion means, or why there is none. */
    sealed interface Verdict {
        /** Go on; the words say what becomes of pods, if that is known. */
        record Allowed(String words) implements Verdict {}

        record Forbidden(Problem problem) implements Verdict {}
    }

    Verdict ask(FargateProfile resource, Optional<Cluster> cluster, String profile) {
        if (cluster.filter(own::is).isEmpty()) {
            return new Verdict.Allowed("");
        }
        boolean forced = Api.annotation(resource, Api.FORCE_DELETION)
                .filter(FORCED::equals)
                .isPresent();
        Optional<OwnCluster.Pods> pods = own.on(profile);
        if (pods.isEmpty()) {
            return forced
                    ? new Verdict.Allowed("how many pods stop is not known")
                    : forbidden(
                            resource,
                            "PodsUnknown",
                            "Whether this operator runs on profile %s is not known, because it may not list pods; grant it (chart: rbac.listPods)"
                                    .formatted(profile));
        }
        int running = pods.get().running();
        return pods.get().operator() && !forced
                ? forbidden(
                        resource,
                        "RunsHere",
                        ("This operator runs on profile %s, and with it %d pods stop. Move it to another profile or to nodes"
                                        + " first")
                                .formatted(profile, running))
                : new Verdict.Allowed(running == 1 ? "1 running pod stops" : running + " running pods stop");
    }

    private static Verdict forbidden(FargateProfile resource, String reason, String why) {
        return new Verdict.Forbidden(Problem.stalled(
                reason,
                "%s, or delete it all the same: kubectl annotate fp %s %s=%s"
                        .formatted(why, resource.getMetadata().getName(), Api.FORCE_DELETION, FORCED)));
    }
}

package dev.fargate.profile;

import dev.fargate.aws.Profiles;
import dev.fargate.aws.Profiles.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** All profiles of a cluster, read together for all resources that are about it, and seldom. */
final class ClusterSurvey {
    private static final Duration SELDOM = Duration.ofMinutes(10);

    private final InstantSource time;
    private final ConcurrentMap<ClusterQueue.Cluster, Seen> seen = new ConcurrentHashMap<>();

    ClusterSurvey(InstantSource time) {
        this.time = time;
    }

    /** The profiles as they were at most ten minutes ago. */
    List<Profile> of(ClusterQueue.Cluster cluster, Profiles eks) {
        return seen.compute(
                        cluster,
                        (key, before) ->
                                before != null && before.at().plus(SELDOM).isAfter(time.instant())
                                        ? before
                                        : new Seen(read(cluster.name(), eks), time.instant()))
                .profiles();
    }

    private static List<Profile> read(String cluster, Profiles eks) {
        return eks.names(cluster).stream()
                .map(name -> eks.describe(cluster, name))
                .flatMap(Optional::stream)
                .toList();
    }

    private record Seen(List<Profile> profiles, Instant at) {}
}

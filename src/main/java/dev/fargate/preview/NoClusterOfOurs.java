package dev.fargate.preview;

import dev.fargate.aws.Profiles.Cluster;
import dev.fargate.profile.OwnCluster;
import java.util.Optional;

/** A preview deletes nothing, so whose pods would stop is not asked. */
final class NoClusterOfOurs implements OwnCluster {
    @Override
    public boolean is(Cluster cluster) {
        return false;
    }

    @Override
    public Optional<Pods> on(String profile) {
        return Optional.empty();
    }
}

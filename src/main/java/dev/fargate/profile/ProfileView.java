package dev.fargate.profile;

import dev.fargate.aws.Profiles.Profile;
import java.util.List;
import java.util.Optional;

/**
 * What AWS holds of a profile.
 *
 * @param candidates profiles that carry our tags or have our name
 * @param role with the name of the one that we make, if that is asked for or was made
 * @param others all other profiles of the cluster, as they were seen some minutes ago
 */
record ProfileView(Surroundings around, List<Profile> candidates, List<Profile> others, Optional<PodRole> role) {
    ProfileView {
        candidates = List.copyOf(candidates);
        others = List.copyOf(others);
    }

    Optional<Profile> named(String name) {
        return candidates.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
    }
}

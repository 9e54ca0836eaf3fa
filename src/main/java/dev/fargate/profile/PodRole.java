package dev.fargate.profile;

import dev.fargate.aws.Owner;
import dev.fargate.aws.Roles;
import java.util.Set;

/**
 * The role with the name of the one that we make for a profile's pods.
 *
 * @param attached ARNs of its policies
 */
record PodRole(Roles.Role role, Set<String> attached) {
    PodRole {
        attached = Set.copyOf(attached);
    }

    boolean isOf(Owner owner) {
        return owner.owns(role.tags());
    }
}

package dev.fargate.loadbalancer;

import dev.fargate.aws.SecurityGroups.Opening;
import java.util.Set;

/** The security groups of a load balancer. */
sealed interface Shield {
    /** Somebody else's, by id. */
    record Given(Set<String> ids) implements Shield {
        public Given {
            ids = Set.copyOf(ids);
        }
    }

    /** One that is made for it, and lets in just this. */
    record Own(String name, Set<Opening> openings) implements Shield {
        public Own {
            openings = Set.copyOf(openings);
        }
    }
}

package dev.fargate.schedule;

import dev.fargate.api.Place;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Identity;
import dev.fargate.aws.Owner;
import dev.fargate.aws.RoleBounds;
import java.util.Optional;

/** Whose a schedule is, where it is, and the way there. */
record Home(Owner owner, AwsScope scope, Place place, RoleBounds bounds) {

    String group() {
        return SchedulerNames.group(owner.clusterId());
    }

    String schedule() {
        return SchedulerNames.schedule(owner);
    }

    String scheduleArn() {
        return "%s:scheduler:%s:%s:schedule/%s/%s"
                .formatted(
                        place.clusterArn().split(":ecs:", 2)[0],
                        place.region(),
                        place.accountId(),
                        group(),
                        schedule());
    }

    String role() {
        return SchedulerNames.role(owner);
    }

    String roleArn() {
        return bounds.roleArn(account(), role());
    }

    /** What bounds a role that is made; AWS refuses to make one while the policy does not exist. */
    Optional<String> boundaryArn() {
        return bounds.boundaryArn(account());
    }

    private Identity.Caller account() {
        return new Identity.Caller(place.accountId(), place.clusterArn().split(":", -1)[1]);
    }
}

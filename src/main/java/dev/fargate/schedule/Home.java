package dev.fargate.schedule;

import dev.fargate.api.Place;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Owner;

/** Whose a schedule is, where it is, and the way there. */
record Home(Owner owner, AwsScope scope, Place place) {

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
        return "%s:iam::%s:role%s%s"
                .formatted(
                        place.clusterArn().split(":ecs:", 2)[0], place.accountId(), SchedulerNames.ROLE_PATH, role());
    }
}

package dev.fargate.schedule;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Roles;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/** What EventBridge Scheduler and IAM hold of one schedule. */
record SchedulerEye(Aws aws, Home home) {

    /** A group that is there. */
    record Group(boolean deleting, Map<String, String> tags) {}

    /** A role that is there, with the text of our policy in it. */
    record Role(Roles.Role role, Optional<String> policy) {}

    Optional<GetScheduleResponse> schedule() {
        return aws.schedules().describe(home.group(), home.schedule());
    }

    Optional<Group> group() {
        return aws.scheduleGroups()
                .describe(home.group())
                .map(group -> new Group(
                        group.deleting(), aws.scheduleGroups().tags(group.arn())));
    }

    Optional<Role> role() {
        return aws.roles()
                .describe(home.role())
                .map(role -> new Role(role, aws.roles().policy(home.role(), SchedulerNames.POLICY)));
    }
}

package dev.fargate.aws;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups of EventBridge schedules. They carry the tags, since a schedule cannot have any. */
public interface ScheduleGroups {

    /** GetScheduleGroup; empty when there is no group of that name. */
    Optional<Group> describe(String name);

    Map<String, String> tags(String arn);

    /** TagResource: other tags stay. */
    void tag(String arn, Map<String, String> tags);

    /** UntagResource. */
    void untag(String arn, Set<String> keys);

    /**
     * CreateScheduleGroup; refused as a conflict when the name is taken, by whomever.
     *
     * @param clientToken the same for the same creation, at most 64 of [0-9A-Za-z_-]
     * @return the group's ARN
     */
    String create(String name, Map<String, String> tags, String clientToken);

    /** DeleteScheduleGroup: with every schedule that is in the group, whoever made it. */
    void delete(String name);

    /**
     * A group without its tags, which another call tells.
     *
     * @param deleting whether AWS is deleting the schedules in it, one after another; until it is gone its name is taken
     */
    record Group(String arn, boolean deleting) {}
}

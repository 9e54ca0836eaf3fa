package dev.fargate.schedule;

import dev.fargate.aws.Digest;
import dev.fargate.aws.Owner;
import dev.fargate.aws.RoleBounds;
import dev.fargate.aws.Schedules;
import java.util.Map;

/** What a schedule's objects are called at EventBridge Scheduler and IAM. */
final class SchedulerNames {
    private static final int LONGEST = 64;
    static final String POLICY = "run-tasks";

    private SchedulerNames() {}

    /** Ours alone, and tagged, since schedules cannot be. */
    static String group(String clusterId) {
        String plain = "fargate-" + clusterId;
        return plain.matches("[0-9A-Za-z-_.]{1,64}") ? plain : "fargate-" + Digest.token(clusterId);
    }

    static Map<String, String> groupTags(String clusterId) {
        return Map.of(Owner.CLUSTER, clusterId);
    }

    /** First what tells its tasks from those of all others, of which startedBy has no more; then what a person reads. */
    static String schedule(Owner owner) {
        String name = "%s_%s_%s"
                .formatted(digest(owner).substring(0, Schedules.NAME_IN_STARTED_BY), owner.namespace(), owner.name());
        return name.substring(0, Math.min(LONGEST, name.length()));
    }

    static String role(Owner owner) {
        return RoleBounds.name(owner);
    }

    private static String digest(Owner owner) {
        return Digest.token("%s/%s/%s".formatted(owner.clusterId(), owner.namespace(), owner.name()));
    }

    /** Whose schedule it is, which no tag can tell. */
    static String description(Owner owner) {
        return "%s, uid %s".formatted(ownership(owner), owner.uid());
    }

    static boolean owns(Owner owner, String description) {
        return description != null && description.startsWith(ownership(owner) + ",");
    }

    private static String ownership(Owner owner) {
        return "%s %s/%s of cluster %s".formatted(owner.kind(), owner.namespace(), owner.name(), owner.clusterId());
    }
}

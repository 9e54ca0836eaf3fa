package dev.fargate.environment;

import dev.fargate.aws.Owner;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import java.util.HashMap;
import java.util.Map;

/** The tags of a workload: the environment's, its own over them, and the operator's over both. */
public final class WorkloadTags {
    /** The content hash is one more, on revisions. */
    private static final int LIMIT = 50;

    private WorkloadTags() {}

    public static Resolution<Map<String, String>> of(
            ResolvedEnvironment environment, Map<String, String> own, Owner owner) {
        Map<String, String> tags = new HashMap<>(environment.tags());
        tags.putAll(own);
        tags.putAll(owner.tags());
        return tags.size() < LIMIT
                ? new Resolution.Resolved<>(tags)
                : new Resolution.Unresolved<>(Problem.stalled(
                        "Invalid",
                        "spec.tags: with those of the environment and the operator's own there would be %d tags; AWS takes %d. Remove some."
                                .formatted(tags.size() + 1, LIMIT)));
    }
}

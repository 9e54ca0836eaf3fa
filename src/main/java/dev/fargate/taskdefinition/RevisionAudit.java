package dev.fargate.taskdefinition;

import dev.fargate.aws.TaskDefinitions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * Sees revisions that somebody deregistered: a service goes on running one, so that no look at the service shows it. One listing of all
 * ACTIVE revisions serves all services of a region; what it lacks is looked at by itself before it is believed.
 */
public final class RevisionAudit {
    private final Set<String> deregistered = ConcurrentHashMap.newKeySet();

    /**
     * What is remembered, without a revision that somebody deregistered: another one takes its place. Where the service is gone, too,
     * its revision is looked at, because no service can be created on an INACTIVE one.
     */
    public OwnRevisions checked(TaskDefinitions taskDefinitions, OwnRevisions known, boolean serviceIsGone) {
        return known.arn()
                .filter(arn -> (deregistered.remove(arn) || serviceIsGone) && !isActive(taskDefinitions, arn))
                .map(known::without)
                .orElse(known);
    }

    private static boolean isActive(TaskDefinitions taskDefinitions, String arn) {
        return taskDefinitions
                .describe(arn)
                .filter(revision -> revision.definition().status() == TaskDefinitionStatus.ACTIVE)
                .isPresent();
    }

    /**
     * Audits one account and region.
     *
     * @param expected the revisions that are to run, and the owner of each; none younger than this call
     * @return the owners whose revision is gone
     */
    public <T> Set<T> audit(TaskDefinitions taskDefinitions, Map<String, T> expected) {
        Map<String, T> unseen = new HashMap<>(expected);
        taskDefinitions.listActive(unseen::remove);
        unseen.keySet().removeIf(arn -> isActive(taskDefinitions, arn));
        deregistered.addAll(unseen.keySet());
        return Set.copyOf(unseen.values());
    }
}

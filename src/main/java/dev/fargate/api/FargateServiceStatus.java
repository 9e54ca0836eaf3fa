package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

@JsonInclude(Include.NON_EMPTY)
public record FargateServiceStatus(
        Long observedGeneration,
        List<Condition> conditions,
        Place place,
        String serviceArn,
        String incarnation,
        List<String> tagKeys,
        TaskDefinition taskDefinition,
        Integer desiredCount,
        Integer runningCount,
        Integer pendingCount,
        Rollout rollout,
        List<Event> events,
        List<Drift> drift,
        String lastHandledReconcileAt,
        String lastHandledRestartAt) {

    public FargateServiceStatus {
        conditions = Api.filled(conditions);
        events = Api.filled(events);
        drift = Api.filled(drift);
        tagKeys = Api.filled(tagKeys);
    }

    /** Where the service was made: cleanup uses this, not what the environment says by then. */
    @JsonInclude(Include.NON_EMPTY)
    public record Place(String accountId, String region, String clusterArn, String roleArn) {}

    /**
     * The task definition that the service is to run, and what is known of earlier ones.
     *
     * @param intent the content hash that is about to be registered, written before the call
     * @param hash the content hash of {@code arn}
     * @param revisions the revisions that this resource registered and that are still ACTIVE, oldest first
     */
    @JsonInclude(Include.NON_EMPTY)
    public record TaskDefinition(String arn, String hash, String intent, List<String> revisions) {
        public TaskDefinition {
            revisions = Api.filled(revisions);
        }
    }

    /**
     * The newest rollout, as ECS tells it, and what was learnt from it.
     *
     * @param hash names the settings that this rollout brings
     * @param steady the running count has reached the desired count since this rollout completed
     * @param scaledTo the desired count that running last reached
     * @param failed the hash of the settings whose rollout failed; they are not tried again until they change
     */
    @JsonInclude(Include.NON_EMPTY)
    public record Rollout(
            String id,
            String hash,
            RolloutState state,
            String since,
            Integer failedTasks,
            String reason,
            Boolean steady,
            Integer scaledTo,
            String failed) {}

    public enum RolloutState {
        IN_PROGRESS,
        COMPLETED,
        FAILED
    }

    @JsonInclude(Include.NON_EMPTY)
    public record Event(String at, String message) {}
}

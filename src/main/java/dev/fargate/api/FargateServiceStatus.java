package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import java.util.List;

/** What is known of the service; written by the operator. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FargateServiceStatus(
        @JsonPropertyDescription("Generation of the spec that this status is about.") @Min(Observed.NOT_YET)
        Long observedGeneration,

        @JsonPropertyDescription("Ready; Reconciling and Stalled only while True; Scaled; PreflightPassed.")
        @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("What is wrong now, and what to do; absent while nothing is.")
        ProblemReport problem,

        @JsonPropertyDescription(
                "Where the service was made; cleanup uses this, not what the environment says by then.")
        Place place,

        @JsonPropertyDescription("ARN of the ECS service.") @Size(max = 2048)
        String serviceArn,

        @JsonPropertyDescription("When the service last seen was created; one made anew gets a new client token.")
        @Size(max = 64)
        String incarnation,

        @JsonPropertyDescription("Keys of the tags that the spec declared when they were last put.") @Size(max = 100)
        List<@Size(max = 128) String> tagKeys,

        @JsonPropertyDescription("The revision that the service is to run, and what is known of earlier ones.")
        Revisions taskDefinition,

        @JsonPropertyDescription("ARN of the revision whose rollout was last COMPLETED; what rollbackTo: lastGood goes "
                + "back to. It stays registered.")
        @Size(max = 2048)
        String lastGoodRevision,

        @JsonPropertyDescription("Tasks that ECS is asked to keep running now.") @Min(0) @Max(2147483647)
        Integer desiredCount,

        @JsonPropertyDescription("Tasks that run.") @StatusReplicas @Min(0) @Max(2147483647)
        Integer runningCount,

        @JsonPropertyDescription("Tasks that are starting.") @Min(0) @Max(2147483647)
        Integer pendingCount,

        @JsonPropertyDescription("The newest rollout, as ECS tells it, and what was learnt from it.")
        Rollout rollout,

        @JsonPropertyDescription("The last run of each hook.") @Size(max = 2)
        List<HookRun> hooks,

        @JsonPropertyDescription("The last few messages of ECS that were not routine, newest first.") @Size(max = 10)
        List<Event> events,

        @JsonPropertyDescription(
                "The last tasks that stopped and were no routine, newest first, alike ones counted once.")
        @Size(max = 5)
        List<StoppedTask> stoppedTasks,

        @JsonPropertyDescription("What was found out about the tasks before they start; the condition PreflightPassed.")
        PreflightReport preflight,

        @JsonPropertyDescription("What would be done, when managementPolicy is Observe; the first 20 changes.")
        @Size(max = 20)
        List<PlannedChange> plan,

        @JsonPropertyDescription(
                "Fields that AWS holds otherwise than the spec asks; the first 12, or 4 beside problems in preflight or companions; where there is room, a last entry counts the others.")
        @Size(max = 20)
        List<Drift> drift,

        @JsonPropertyDescription(
                "With driftPolicy Report: hash of the settings that were put last; what differs from them is drift.")
        @Size(max = 128)
        String applied,

        @JsonPropertyDescription(
                "Estimate for the desired count of tasks; absent when the region has no prices, or the revision is named by ARN.")
        Cost cost,

        @JsonPropertyDescription(
                "Advice on the size of the tasks; only where the operator is told to give it (--right-size).")
        RightSize rightSize,

        @JsonPropertyDescription(
                "What was made around the service, in the order in which it was made; it goes with the service.")
        @Size(max = 24)
        List<CompanionStatus> companions,

        @JsonPropertyDescription("The fargate.dev/reconcile-at annotation that was last acted upon.") @Size(max = 64)
        String lastHandledReconcileAt,

        @JsonPropertyDescription("The fargate.dev/restart-at annotation that was last acted upon.") @Size(max = 64)
        String lastHandledRestartAt,

        @JsonPropertyDescription("The fargate.dev/stop-deployment-at annotation that was last acted upon.")
        @Size(max = 64)
        String lastHandledStopAt)
        implements Observed {

    /** A status has 16 KiB for all that it tells. */
    private static final int DRIFT_BESIDE_COMPANIONS = 4;

    public FargateServiceStatus {
        conditions = Api.filled(conditions);
        hooks = Api.filled(hooks);
        events = Api.filled(events);
        stoppedTasks = Api.filled(stoppedTasks);
        plan = Api.filled(plan);
        drift = Api.filled(drift);
        tagKeys = Api.filled(tagKeys);
        companions = Api.filled(companions);
    }

    /** The same with the drift that stays, and what it is measured against. */
    public FargateServiceStatus with(List<Drift> staying, String appliedHash) {
        List<Drift> shown = companions.isEmpty()
                ? staying
                : staying.stream().limit(DRIFT_BESIDE_COMPANIONS).toList();
        return with(shown, appliedHash, cost, rightSize, companions);
    }

    /** The same with another estimate, and what is to be said of the size. */
    public FargateServiceStatus with(Cost estimate, RightSize advice) {
        return with(drift, applied, estimate, advice, companions);
    }

    /** The same with other companions. */
    public FargateServiceStatus withCompanions(List<CompanionStatus> others) {
        return with(drift, applied, cost, rightSize, others);
    }

    private FargateServiceStatus with(
            List<Drift> staying, String appliedHash, Cost estimate, RightSize advice, List<CompanionStatus> around) {
        return new FargateServiceStatus(
                observedGeneration,
                conditions,
                problem,
                place,
                serviceArn,
                incarnation,
                tagKeys,
                taskDefinition,
                lastGoodRevision,
                desiredCount,
                runningCount,
                pendingCount,
                rollout,
                hooks,
                events,
                stoppedTasks,
                preflight,
                plan,
                staying,
                appliedHash,
                estimate,
                advice,
                around,
                lastHandledReconcileAt,
                lastHandledRestartAt,
                lastHandledStopAt);
    }

    /** A rollout of a service. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Rollout(
            @JsonPropertyDescription("ECS's id of the deployment.") @Size(max = 256)
            String id,

            @JsonPropertyDescription("Hash of the settings that this rollout brings.") @Size(max = 128)
            String hash,

            @JsonPropertyDescription("IN_PROGRESS, COMPLETED or FAILED.")
            RolloutState state,

            @JsonPropertyDescription("Start of the rollout, RFC 3339.") @Size(max = 64)
            String since,

            @JsonPropertyDescription("Tasks in a row that did not start; ECS resets it when one runs.")
            @Min(0)
            @Max(2147483647)
            Integer failedTasks,

            @JsonPropertyDescription("ECS's own words on the state.") @Size(max = 4096)
            String reason,

            @JsonPropertyDescription("The running count has reached the desired count since this rollout completed.")
            Boolean steady,

            @JsonPropertyDescription("Desired count that running last reached.") @Min(0) @Max(2147483647)
            Integer scaledTo,

            @JsonPropertyDescription(
                    "Hash of the settings whose rollout failed; they are not tried again until they change.")
            @Size(max = 128)
            String failed,

            @JsonPropertyDescription("The environment's resolvedHash that the settings of this rollout were made with.")
            @Size(max = 128)
            String environment,

            @JsonPropertyDescription("This rollout brings a change of the environment, and counts in its waves.")
            Boolean wave) {}

    public enum RolloutState {
        IN_PROGRESS,
        COMPLETED,
        FAILED
    }

    /** A message of ECS about a service. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Event(
            @JsonPropertyDescription("Time, RFC 3339.") @Size(max = 64)
            String at,

            @JsonPropertyDescription("ECS's own words.") @Size(max = 4096)
            String message) {}
}

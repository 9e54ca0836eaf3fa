package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

/** What is known of the profile; written by the operator. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FargateProfileStatus(
        @JsonPropertyDescription("Generation of the spec that this status is about.") @Min(Observed.NOT_YET)
        Long observedGeneration,

        @JsonPropertyDescription("Ready; Reconciling, Stalled and SelectorsShared only while True.") @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("What is wrong now, and what to do; absent while nothing is.")
        ProblemReport problem,

        @JsonPropertyDescription(
                "Account that the profile was first seen in; another one later is Stalled (AccountChanged).")
        @Size(max = 12)
        String accountId,

        @JsonPropertyDescription("Role that the operator worked with last; cleanup uses it.") @Size(max = 2048)
        String roleArn,

        @JsonPropertyDescription("Role that the operator made, or was about to make, for podExecutionRole: Managed.")
        @Size(max = 2048)
        String managedRoleArn,

        @JsonPropertyDescription("The profile that is as the spec asks, or is to become so.")
        Profile profile,

        @JsonPropertyDescription("Profiles of this resource that are as an earlier spec asked, until they are deleted.")
        @Size(max = 10)
        List<Profile> former,

        @JsonPropertyDescription("Ids of the subnets that are asked for or chosen by tags.") @Size(max = 16)
        List<@Size(max = 64) String> subnets,

        @JsonPropertyDescription("The wait for other operations in the cluster: EKS takes one at a time.")
        Queue queue,

        @JsonPropertyDescription("What would be done, when managementPolicy is Observe; the first 20 changes.")
        @Size(max = 20)
        List<PlannedChange> plan,

        @JsonPropertyDescription("With driftPolicy Report: what somebody else changed; the first 12.") @Size(max = 20)
        List<Drift> drift,

        @JsonPropertyDescription(
                "With driftPolicy Report: hash of the settings that were put last; what differs from them is drift.")
        @Size(max = 128)
        String applied,

        @JsonPropertyDescription("The fargate.dev/reconcile-at annotation that was last acted upon.") @Size(max = 64)
        String lastHandledReconcileAt,

        @JsonPropertyDescription("The fargate.dev/restart-at annotation that was last acted upon.") @Size(max = 64)
        String lastHandledRestartAt,

        @JsonPropertyDescription("Keys of the tags that the spec declared when they were last put.") @Size(max = 100)
        List<@Size(max = 128) String> tagKeys)
        implements Observed {

    public FargateProfileStatus {
        conditions = Api.filled(conditions);
        former = Api.filled(former);
        subnets = Api.filled(subnets);
        plan = Api.filled(plan);
        drift = Api.filled(drift);
        tagKeys = Api.filled(tagKeys);
    }

    /** The same with the drift that stays, and what it is measured against. */
    public FargateProfileStatus with(List<Drift> staying, String appliedHash) {
        return new FargateProfileStatus(
                observedGeneration,
                conditions,
                problem,
                accountId,
                roleArn,
                managedRoleArn,
                profile,
                former,
                subnets,
                queue,
                plan,
                staying,
                appliedHash,
                lastHandledReconcileAt,
                lastHandledRestartAt,
                tagKeys);
    }

    /** A Fargate profile in EKS. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Profile(
            @JsonPropertyDescription("Its name.") @Size(max = 100)
            String name,

            @JsonPropertyDescription("Its ARN; none before EKS has answered.") @Size(max = 2048)
            String arn,

            @JsonPropertyDescription("CREATING, ACTIVE, DELETING, CREATE_FAILED or DELETE_FAILED.") @Size(max = 32)
            String status,

            @JsonPropertyDescription("When EKS began to make it.") @Size(max = 64)
            String createdAt) {}

    /** Where this resource stands among those that wait for an operation in the same cluster. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Queue(
            @JsonPropertyDescription("How many are before this one; brought up to date every 30 s at most.")
            @Min(0)
            @Max(2147483647)
            Integer position,

            @JsonPropertyDescription(
                    "Whose operation is under way: the name of a FargateProfile, or what EKS says of another's.")
            @Size(max = 1024)
            String waitingFor,

            @JsonPropertyDescription("Since when it waits.") @Size(max = 64)
            String since) {}
}

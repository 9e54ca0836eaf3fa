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

/** What is known of the environment; written by the operator. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FargateEnvironmentStatus(
        @JsonPropertyDescription("Generation of the spec that this status is about.") @Min(Observed.NOT_YET)
        Long observedGeneration,

        @JsonPropertyDescription("Ready; Reconciling and Stalled only while True.") @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("What is wrong now, and what to do; absent while nothing is.")
        ProblemReport problem,
        @JsonPropertyDescription(
                "Account that the environment was first seen in; another one later is Stalled " + "(AccountChanged).")
        @Size(max = 12)
        String accountId,

        @JsonPropertyDescription("Region that the environment was first seen in.") @Size(max = 32)
        String region,

        @JsonPropertyDescription("Role that the operator worked with last; cleanup uses it.") @Size(max = 2048)
        String roleArn,

        @JsonPropertyDescription("The ECS cluster.") @Size(max = 2048)
        String clusterArn,

        @JsonPropertyDescription("The VPC of the subnets.") @Size(max = 64)
        String vpcId,

        @JsonPropertyDescription("The subnets, with what AWS says of them.") @Size(max = 16)
        List<Subnet> subnets,

        @JsonPropertyDescription("Ids of the security groups.") @Size(max = 5)
        List<@Size(max = 64) String> securityGroups,

        @JsonPropertyDescription("The event feed, while there is one.")
        EventFeed eventFeed,

        @JsonPropertyDescription("What would be done, when managementPolicy is Observe; the first 20 changes.")
        @Size(max = 20)
        List<PlannedChange> plan,

        @JsonPropertyDescription("With driftPolicy Report: what somebody else changed; the first 12.") @Size(max = 20)
        List<Drift> drift,

        @JsonPropertyDescription(
                "With driftPolicy Report: hash of the settings that were put last; what differs from them is drift.")
        @Size(max = 128)
        String applied,

        @JsonPropertyDescription("Workloads that name this environment; brought up to date every 30 s at most.")
        @Min(0)
        @Max(2147483647)
        Integer workloads,

        @JsonPropertyDescription(
                "Seconds within which each service is compared with AWS; more than the operator's setting when there are very many.")
        @Min(0)
        @Max(2147483647)
        Integer sweepSeconds,

        @JsonPropertyDescription(
                "Sum of the estimates of the services that name this environment; brought up to date every 30 s at most. Runs are not in it.")
        Cost cost,

        @JsonPropertyDescription("Hash of all that workloads take from here; workloads look again when it changes.")
        @Size(max = 128)
        String resolvedHash,

        @JsonPropertyDescription("The fargate.dev/reconcile-at annotation that was last acted upon.") @Size(max = 64)
        String lastHandledReconcileAt,

        @JsonPropertyDescription("Keys of the tags that the spec declared when they were last put.") @Size(max = 100)
        List<@Size(max = 128) String> tagKeys,

        @JsonPropertyDescription("The Service Connect default as it was last put, and as AWS shows it.")
        DefaultNamespace defaultNamespace,

        @JsonPropertyDescription(
                "What tasks reach of AWS from the subnets, with what is missing; looked at every 10 minutes.")
        Reachability reachability)
        implements Observed {

    public FargateEnvironmentStatus {
        conditions = Api.filled(conditions);
        plan = Api.filled(plan);
        drift = Api.filled(drift);
        subnets = Api.filled(subnets);
        securityGroups = Api.filled(securityGroups);
        tagKeys = Api.filled(tagKeys);
    }

    /** The same with other news of the event feed. */
    public FargateEnvironmentStatus withEventFeed(
            EventFeed feed,
            List<Condition> otherConditions,
            ProblemReport otherProblem,
            List<PlannedChange> otherPlan) {
        return new FargateEnvironmentStatus(
                observedGeneration,
                otherConditions,
                otherProblem,
                accountId,
                region,
                roleArn,
                clusterArn,
                vpcId,
                subnets,
                securityGroups,
                feed,
                otherPlan,
                drift,
                applied,
                workloads,
                sweepSeconds,
                cost,
                resolvedHash,
                lastHandledReconcileAt,
                tagKeys,
                defaultNamespace,
                reachability);
    }

    /** The same with the drift that stays, and what it is measured against. */
    public FargateEnvironmentStatus with(List<Drift> staying, String appliedHash) {
        return new FargateEnvironmentStatus(
                observedGeneration,
                conditions,
                problem,
                accountId,
                region,
                roleArn,
                clusterArn,
                vpcId,
                subnets,
                securityGroups,
                eventFeed,
                plan,
                staying,
                appliedHash,
                workloads,
                sweepSeconds,
                cost,
                resolvedHash,
                lastHandledReconcileAt,
                tagKeys,
                defaultNamespace,
                reachability);
    }

    /** The same with what tasks reach. */
    public FargateEnvironmentStatus with(Reachability found) {
        return new FargateEnvironmentStatus(
                observedGeneration,
                conditions,
                problem,
                accountId,
                region,
                roleArn,
                clusterArn,
                vpcId,
                subnets,
                securityGroups,
                eventFeed,
                plan,
                drift,
                applied,
                workloads,
                sweepSeconds,
                cost,
                resolvedHash,
                lastHandledReconcileAt,
                tagKeys,
                defaultNamespace,
                found);
    }

    /** A subnet as AWS describes it. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Subnet(
            @JsonPropertyDescription("Id of the subnet.") @Size(max = 64)
            String id,

            @JsonPropertyDescription("Its zone, such as eu-central-1a.") @Size(max = 64)
            String availabilityZone) {}

    /** A Cloud Map namespace, which is given by name or ARN and shown by ARN. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record DefaultNamespace(
            @JsonPropertyDescription("As the spec declares it.") @Size(max = 1024)
            String declared,

            @JsonPropertyDescription("As AWS shows it.") @Size(max = 2048)
            String arn) {}

    /** The queue and the rules that bring changes in AWS. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record EventFeed(
            @JsonPropertyDescription("URL of the SQS queue.") @Size(max = 2048)
            String queueUrl,

            @JsonPropertyDescription("Name of the queue and of the EventBridge rules that send to it.") @Size(max = 80)
            String name,

            @JsonPropertyDescription("Keys of the tags that the spec declared when they were last put on both.")
            @Size(max = 100)
            List<@Size(max = 128) String> tagKeys) {

        public EventFeed {
            tagKeys = Api.filled(tagKeys);
        }
    }
}

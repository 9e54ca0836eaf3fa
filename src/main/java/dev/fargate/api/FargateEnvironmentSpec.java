package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/** What the environment is to be; the operator never writes it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FargateEnvironmentSpec(
        @JsonPropertyDescription("AWS region of everything in this environment, such as eu-central-1. Immutable.")
        @Required
        @Size(max = 32)
        @ValidationRule(value = Formats.REGION, message = Formats.REGION_SAYS)
        @ValidationRule(
                value = "self == oldSelf",
                message = "region is immutable: create another environment for the other region")
        String region,

        @JsonPropertyDescription("Role that the operator takes to work in this environment. "
                + "Absent: default the operator's own identity and account.")
        AssumeRole assumeRole,

        @JsonPropertyDescription("The ECS cluster. Absent: default one with the environment's name.")
        EnvironmentCluster cluster,

        @JsonPropertyDescription("Where tasks run, unless a workload says otherwise.") @Required
        EnvironmentNetwork network,

        @JsonPropertyDescription("What workloads get that leave a field out. Absent: default none.")
        WorkloadDefaults defaults,

        @JsonPropertyDescription(
                "How a change of this environment reaches the services in it. Absent: default 10 at a time, and a "
                        + "stop after 3 failures.")
        Rollout rollout,

        @JsonPropertyDescription(
                "An EventBridge rule and an SQS queue, made and owned by the operator, by which changes in AWS are "
                        + "seen within seconds instead of with the next sweep. Absent: default off.")
        EventFeed eventFeed,

        @JsonPropertyDescription(ManagementPolicy.SAYS) ManagementPolicy managementPolicy,

        @JsonPropertyDescription(DriftPolicy.SAYS) DriftPolicy driftPolicy,

        @JsonPropertyDescription(IgnoredField.OF_ENVIRONMENT_IS)
        @Size(max = IgnoredField.MOST)
        @ValidationRule(value = IgnoredField.OF_ENVIRONMENT, message = IgnoredField.OF_ENVIRONMENT_SAYS)
        List<@Size(max = 160) String> ignoreFields,

        @JsonPropertyDescription(DeletionPolicy.SAYS) DeletionPolicy deletionPolicy,

        @JsonPropertyDescription(
                "What to do with a cluster of this name that exists without owner tags. Never leaves it alone and "
                        + "says so; IfExists takes it over and makes it as the spec asks, deletion included. One that another resource owns "
                        + "is never taken. Absent: default Never.")
        AdoptionPolicy adoptionPolicy,

        @JsonPropertyDescription("Who may run workloads here, and which objects of the account they may name.")
        @Required
        Access access,

        @JsonPropertyDescription(
                "Tags on everything made for this environment and its workloads; up to 42 (AWS takes 50, "
                        + "the operator needs 8). Other tags that are there stay. Absent: default none.")
        @Size(max = TagRules.MOST)
        @ValidationRule(value = TagRules.LENGTH, message = TagRules.LENGTH_SAYS)
        @ValidationRule(value = TagRules.RESERVED, message = TagRules.RESERVED_SAYS)
        @ValidationRule(value = TagRules.OURS, message = TagRules.OURS_SAYS)
        Map<String, @Size(max = 256) @Pattern(TagRules.CHARACTERS) String> tags) {

    public FargateEnvironmentSpec {
        ignoreFields = Api.filled(ignoreFields);
        tags = Api.filled(tags);
    }

    /** A role, perhaps of another account, that trusts the operator. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record AssumeRole(
            @JsonPropertyDescription("ARN of the role.")
            @Required
            @Size(max = 2048)
            @ValidationRule(value = Formats.ROLE, message = Formats.ROLE_SAYS)
            String roleArn,

            @JsonPropertyDescription("External id that the role's trust policy asks for. Absent: default none.")
            @Size(min = 2, max = 1224)
            @Pattern("^[A-Za-z0-9_+=,.@:/-]*$")
            String externalId,

            @JsonPropertyDescription(
                    "Tag the role's sessions with fargate.dev/cluster (the operator's cluster id) and fargate.dev/environment, "
                            + "for policies with aws:PrincipalTag. The role's trust policy must allow sts:TagSession, or "
                            + "every call is refused. Absent: default false.")
            Boolean sessionTags) {}

    /** How a change of an environment reaches its services: in waves, so that a bad one does not take all of them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Rollout(
            @JsonPropertyDescription(
                    "Services, 1 to 1000, that a change of this environment rolls at once; an edit of a service "
                            + "itself, or of its task definition, rolls at once. Absent: default 10.")
            @Min(1)
            @Max(1000)
            Integer maxConcurrent,

            @JsonPropertyDescription(
                    "Failed rollouts, 1 to 1000, after which the change reaches no further service until the "
                            + "environment is changed again or the failed ones are healed. Absent: default 3.")
            @Min(1)
            @Max(1000)
            Integer maxFailures) {}

    /** Changes in AWS by message. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record EventFeed(
            @JsonPropertyDescription(
                    "Make and read the feed; each service is then compared with AWS every 10 minutes beside it. "
                            + "false removes what was made.")
            @Required
            Boolean enabled) {}
}

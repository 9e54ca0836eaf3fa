package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.LabelSelector;
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
        Cluster cluster,

        @JsonPropertyDescription("Where tasks run, unless a workload says otherwise.") @Required
        EnvironmentNetwork network,

        @JsonPropertyDescription("What workloads get that leave a field out. Absent: default none.")
        Defaults defaults,

        @JsonPropertyDescription(
                "How a change of this environment reaches the services in it. Absent: default 10 at a time, and a "
                        + "stop after 3 failures.")
        Rollout rollout,

        @JsonPropertyDescription(
                "An EventBridge rule and an SQS queue, made and owned by the operator, by which changes in AWS are "
                        + "seen within seconds instead of with the next sweep. Absent: default off.")
        EventFeed eventFeed,

        @JsonPropertyDescription(ManagementPolicy.SAYS) ManagementPolicy managementPolicy,

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

    /** The ECS cluster. */
    @JsonInclude(Include.NON_EMPTY)
    @ValidationRule(value = CapacityRules.ASSOCIATED, message = CapacityRules.ASSOCIATED_SAYS)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Cluster(
            @JsonPropertyDescription(
                    "1 to 255 letters, digits, _ and -. Immutable. Absent: default the environment's name.")
            @Size(max = 255)
            @Pattern(Formats.NAME)
            String name,

            @JsonPropertyDescription("CloudWatch Container Insights: disabled, enabled, or enhanced (per task and "
                    + "container). Absent: unmanaged; a new cluster has the account's setting.")
            ContainerInsights containerInsights,

            @JsonPropertyDescription(
                    "Capacity that tasks may use: FARGATE, FARGATE_SPOT. Absent: unmanaged; a new cluster has both.")
            @Size(min = 1, max = 2)
            List<CapacityProviderStrategyItem.CapacityProvider> capacityProviders,

            @JsonPropertyDescription(
                    "Capacity of services here that name none, and of whoever else uses the cluster without naming "
                            + "any; a change rolls those services. Absent: unmanaged in the cluster; services run on launch type FARGATE.")
            @Size(min = 1, max = 2)
            @ValidationRule(value = CapacityRules.WEIGHT, message = CapacityRules.WEIGHT_SAYS)
            @ValidationRule(value = CapacityRules.BASE, message = CapacityRules.BASE_SAYS)
            List<CapacityProviderStrategyItem> defaultCapacityProviderStrategy,

            @JsonPropertyDescription("How ECS Exec sessions are encrypted and logged. Absent: unmanaged.")
            ClusterConfiguration configuration,

            @JsonPropertyDescription(
                    "Service Connect of services created here. Absent: unmanaged; a new cluster has none.")
            ServiceConnectDefaults serviceConnectDefaults) {

        public Cluster {
            capacityProviders = Api.filled(capacityProviders);
            defaultCapacityProviderStrategy = Api.filled(defaultCapacityProviderStrategy);
        }
    }

    /** The configuration of a cluster. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ClusterConfiguration(
            @JsonPropertyDescription("ECS Exec. Absent: unmanaged.")
            ExecuteCommandConfiguration executeCommandConfiguration) {}

    /** How ECS Exec sessions are encrypted and logged. */
    @ValidationRule(
            value = "has(self.logConfiguration) == (has(self.logging) && self.logging == 'OVERRIDE')",
            message = "logging: OVERRIDE and logConfiguration go together: set both or none")
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ExecuteCommandConfiguration(
            @JsonPropertyDescription("KMS key, by id or ARN, that encrypts sessions. Absent: default none beyond TLS.")
            @Size(min = 1, max = 2048)
            String kmsKeyId,

            @JsonPropertyDescription("NONE, DEFAULT (the awslogs of the task), or OVERRIDE (as logConfiguration says). "
                    + "Absent: default DEFAULT.")
            ExecuteCommandLogging logging,

            @JsonPropertyDescription("Where sessions are logged with logging: OVERRIDE. Absent: default nowhere else.")
            ExecuteCommandLogConfiguration logConfiguration) {}

    public enum ExecuteCommandLogging {
        NONE,
        DEFAULT,
        OVERRIDE
    }

    /** CloudWatch Logs, S3, or both. */
    @ValidationRule(
            value = "has(self.cloudWatchLogGroupName) || has(self.s3BucketName)",
            message = "name where sessions are logged: cloudWatchLogGroupName, s3BucketName, or both")
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ExecuteCommandLogConfiguration(
            @JsonPropertyDescription("Log group, which must exist. Absent: default none.")
            @Size(min = 1, max = 512)
            @Pattern("^[A-Za-z0-9_/.#-]+$")
            String cloudWatchLogGroupName,

            @JsonPropertyDescription("The group is encrypted, and sessions are refused if not. Absent: default false.")
            Boolean cloudWatchEncryptionEnabled,

            @JsonPropertyDescription("Bucket, which must exist. Absent: default none.")
            @Size(min = 3, max = 63)
            @Pattern("^[a-z0-9][a-z0-9.-]+[a-z0-9]$")
            String s3BucketName,

            @JsonPropertyDescription("The bucket is encrypted, and sessions are refused if not. Absent: default false.")
            Boolean s3EncryptionEnabled,

            @JsonPropertyDescription("Folder in the bucket. Absent: default none.") @Size(max = 1024)
            String s3KeyPrefix) {}

    /** Service Connect of services that name no namespace of their own. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ServiceConnectDefaults(
            @JsonPropertyDescription(
                    "Name or ARN of a Cloud Map namespace; ECS makes one of that name where there is none.")
            @Required
            @Size(min = 1, max = 1024)
            @Pattern(Formats.NO_SPACE)
            String namespace) {}

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

    public enum ContainerInsights {
        disabled,
        enabled,
        enhanced
    }

    /** Values for workloads that leave a field out. A change rolls the services that use it. */
    @ValidationRule(value = TaskRules.SIZE, message = TaskRules.SIZE_SAYS_LESS, messageExpression = TaskRules.SIZE_SAYS)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Defaults(
            @JsonPropertyDescription("CPU units of a task; 1024 are one vCPU. Usual: 256 in development, 1024 in "
                    + "production. Absent: default none; workloads must say.")
            @ValidationRule(value = TaskRules.CPU, message = TaskRules.CPU_SAYS)
            Integer cpu,

            @JsonPropertyDescription(
                    "Memory of a task in MiB; must go with cpu (see a service's task.memory). Usual: 512 in "
                            + "development, 2048 in production. Absent: default none; workloads must say.")
            @Min(512)
            @Max(122880)
            Integer memory,

            @JsonPropertyDescription("Processor and operating system. Absent: default Linux on X86_64.")
            RuntimePlatform runtimePlatform,

            @JsonPropertyDescription("ARN of the role with which Fargate pulls images, reads secrets and writes logs. "
                    + "Absent: default none.")
            @Size(max = 2048)
            @ValidationRule(value = Formats.ROLE, message = Formats.ROLE_SAYS)
            String executionRoleArn,

            @JsonPropertyDescription("ARN of the role that the containers' own AWS calls use. Absent: default none.")
            @Size(max = 2048)
            @ValidationRule(value = Formats.ROLE, message = Formats.ROLE_SAYS)
            String taskRoleArn,

            @JsonPropertyDescription("Log group for containers without logConfiguration. Absent: default none; such "
                    + "containers write no logs.")
            Logs logs) {}

    /** A CloudWatch log group. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Logs(
            @JsonPropertyDescription(
                    "Name of the group, up to 512 letters, digits and _ / . # -; {namespace} and {name} "
                            + "stand for those of the workload.")
            @Required
            @Size(max = 512)
            @Pattern("^([A-Za-z0-9_/.#-]|[{]namespace[}]|[{]name[}])+$")
            String group,

            @JsonPropertyDescription(
                    "Days until CloudWatch deletes an entry: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, "
                            + "400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653. Absent: unmanaged; a new group "
                            + "keeps everything.")
            @ValidationRule(
                    value = "self in [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192,"
                            + " 2557, 2922, 3288, 3653]",
                    message = "CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731,"
                            + " 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days: take one of these")
            Integer retentionInDays,

            @JsonPropertyDescription("Let the operator create the group where it does not exist. Absent: default true.")
            Boolean create) {}

    /**
     * Who may use the environment. A workload may always name what the environment itself names; anything else must match a
     * pattern here. A pattern is compared with the whole ARN or id; * stands for any characters, {namespace} for the
     * workload's namespace.
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Access(
            @JsonPropertyDescription("Namespaces whose workloads may run here, by label; {} admits every namespace.")
            @Required
            LabelSelector namespaceSelector,

            @JsonPropertyDescription("Patterns of role ARNs, for task and execution roles. "
                    + "Absent: default none beyond the environment's own.")
            @Size(max = 100)
            @ValidationRule(value = Formats.ARN_PATTERNS, message = Formats.ARN_PATTERNS_SAYS)
            List<@Size(min = 1, max = 2048) String> roles,

            @JsonPropertyDescription("Patterns of subnet ids. Absent: default none beyond the environment's own.")
            @Size(max = 100)
            @ValidationRule(value = Formats.SUBNET_PATTERNS, message = Formats.SUBNET_PATTERNS_SAYS)
            List<@Size(min = 1, max = 64) String> subnets,

            @JsonPropertyDescription(
                    "Patterns of security group ids. Absent: default none beyond the environment's own.")
            @Size(max = 100)
            @ValidationRule(value = Formats.SECURITY_GROUP_PATTERNS, message = Formats.SECURITY_GROUP_PATTERNS_SAYS)
            List<@Size(min = 1, max = 64) String> securityGroups,

            @JsonPropertyDescription("Patterns of target group ARNs. Absent: default none.")
            @Size(max = 100)
            @ValidationRule(value = Formats.ARN_PATTERNS, message = Formats.ARN_PATTERNS_SAYS)
            List<@Size(min = 1, max = 2048) String> targetGroups,

            @JsonPropertyDescription("Patterns of Cloud Map service ARNs. Absent: default none.")
            @Size(max = 100)
            @ValidationRule(value = Formats.ARN_PATTERNS, message = Formats.ARN_PATTERNS_SAYS)
            List<@Size(min = 1, max = 2048) String> serviceRegistries,

            @JsonPropertyDescription(
                    "Patterns of secrets that valueFrom and repositoryCredentials name, as written in the workload; one whose "
                            + "keys are read separately needs a * at the end. Absent: default none.")
            @Size(max = 100)
            @ValidationRule(value = Formats.ARN_PATTERNS, message = Formats.ARN_PATTERNS_SAYS)
            List<@Size(min = 1, max = 2048) String> secrets,

            @JsonPropertyDescription(
                    "Patterns of EFS file system ids; fs-1/fsap-2 allows one access point only. Absent: default none.")
            @Size(max = 100)
            @ValidationRule(value = Formats.FILE_SYSTEM_PATTERNS, message = Formats.FILE_SYSTEM_PATTERNS_SAYS)
            List<@Size(min = 1, max = 64) String> fileSystems,

            @JsonPropertyDescription(
                    "Patterns of task definition ARNs that a service may run by ARN (with revision), and of families "
                            + "(without) that a FargateTaskDefinition may name beside its own namespace's. Absent: default none.")
            @Size(max = 100)
            @ValidationRule(value = Formats.ARN_PATTERNS, message = Formats.ARN_PATTERNS_SAYS)
            List<@Size(min = 1, max = 2048) String> taskDefinitions,

            @JsonPropertyDescription("Patterns of S3 object ARNs that environmentFiles may name. Absent: default none.")
            @Size(max = 100)
            @ValidationRule(value = Formats.ARN_PATTERNS, message = Formats.ARN_PATTERNS_SAYS)
            List<@Size(min = 1, max = 2048) String> environmentFiles,

            @JsonPropertyDescription("Patterns of log group names that an awslogs-group option may name. "
                    + "Absent: default none beyond defaults.logs.")
            @Size(max = 100)
            @ValidationRule(value = Formats.LOG_GROUP_PATTERNS, message = Formats.LOG_GROUP_PATTERNS_SAYS)
            List<@Size(min = 1, max = 512) String> logGroups,

            @JsonPropertyDescription(
                    "Patterns of ARNs of existing services and task definition families (without revision) that a "
                            + "workload may observe or take over. Absent: default none.")
            @Size(max = 100)
            @ValidationRule(value = Formats.ARN_PATTERNS, message = Formats.ARN_PATTERNS_SAYS)
            List<@Size(min = 1, max = 2048) String> adopt,

            @JsonPropertyDescription(
                    "Let services set enableExecuteCommand: a shell in their containers, with their task role's "
                            + "rights. Absent: default false.")
            Boolean allowExecuteCommand) {

        public Access {
            roles = Api.filled(roles);
            subnets = Api.filled(subnets);
            securityGroups = Api.filled(securityGroups);
            targetGroups = Api.filled(targetGroups);
            serviceRegistries = Api.filled(serviceRegistries);
            secrets = Api.filled(secrets);
            fileSystems = Api.filled(fileSystems);
            taskDefinitions = Api.filled(taskDefinitions);
            environmentFiles = Api.filled(environmentFiles);
            logGroups = Api.filled(logGroups);
            adopt = Api.filled(adopt);
        }
    }
}

package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;

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

        @JsonPropertyDescription("Patterns of role ARNs, for task and execution roles and those of FargateSchedules. "
                + "Absent: default none beyond the environment's own.")
        @Size(max = 100)
        @ValidationRule(value = Formats.ARN_PATTERNS, message = Formats.ARN_PATTERNS_SAYS)
        List<@Size(min = 1, max = 2048) String> roles,

        @JsonPropertyDescription("Patterns of subnet ids. Absent: default none beyond the environment's own.")
        @Size(max = 100)
        @ValidationRule(value = Formats.SUBNET_PATTERNS, message = Formats.SUBNET_PATTERNS_SAYS)
        List<@Size(min = 1, max = 64) String> subnets,

        @JsonPropertyDescription("Patterns of security group ids. Absent: default none beyond the environment's own.")
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
                "Patterns of ARNs of existing services, load balancers and task definition families (without revision) that a "
                        + "workload may observe or take over. Absent: default none.")
        @Size(max = 100)
        @ValidationRule(value = Formats.ARN_PATTERNS, message = Formats.ARN_PATTERNS_SAYS)
        List<@Size(min = 1, max = 2048) String> adopt,

        @JsonPropertyDescription(
                "Patterns of SQS queue ARNs that a FargateSchedule may name for what could not be started. Absent: default none.")
        @Size(max = 100)
        @ValidationRule(value = Formats.ARN_PATTERNS, message = Formats.ARN_PATTERNS_SAYS)
        List<@Size(min = 1, max = 2048) String> queues,

        @JsonPropertyDescription(
                "Patterns of KMS key ARNs that a FargateSchedule may be encrypted with. " + "Absent: default none.")
        @Size(max = 100)
        @ValidationRule(value = Formats.ARN_PATTERNS, message = Formats.ARN_PATTERNS_SAYS)
        List<@Size(min = 1, max = 2048) String> keys,

        @JsonPropertyDescription(
                "Patterns of certificate ARNs, of ACM or IAM, that listeners of a FargateLoadBalancer may name. "
                        + "Absent: default none.")
        @Size(max = 100)
        @ValidationRule(value = Formats.ARN_PATTERNS, message = Formats.ARN_PATTERNS_SAYS)
        List<@Size(min = 1, max = 2048) String> certificates,

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
        queues = Api.filled(queues);
        keys = Api.filled(keys);
        certificates = Api.filled(certificates);
    }
}

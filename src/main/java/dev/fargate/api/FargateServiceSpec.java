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
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import java.util.List;
import java.util.Map;

/** What the service is to be; the operator never writes it. */
@ValidationRule(value = ServiceRules.ONE_TASK, message = ServiceRules.ONE_TASK_SAYS)
@ValidationRule(value = ServiceRules.SERVICE_NAME, message = ServiceRules.SERVICE_NAME_SAYS)
@ValidationRule(value = ServiceRules.LOAD_BALANCERS, message = ServiceRules.LOAD_BALANCERS_SAYS)
@ValidationRule(value = ServiceRules.REGISTRIES, message = ServiceRules.REGISTRIES_SAYS)
@ValidationRule(value = ServiceRules.HOOKED, message = ServiceRules.HOOKED_SAYS)
@ValidationRule(value = ServiceRules.COUNT, message = ServiceRules.COUNT_SAYS)
@ValidationRule(value = ServiceRules.REBALANCING, message = ServiceRules.REBALANCING_SAYS)
@ValidationRule(value = ServiceRules.ROLLBACK, message = ServiceRules.ROLLBACK_SAYS)
@ValidationRule(value = ServiceRules.ROLLBACK_IGNORED, message = ServiceRules.ROLLBACK_IGNORED_SAYS)
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FargateServiceSpec(
        @JsonPropertyDescription("Name of the FargateEnvironment that the service runs in. Immutable.")
        @Required
        @Size(min = 1, max = 63)
        @ValidationRule(
                value = "self == oldSelf",
                message = "environment is immutable: delete the service and create it in the other environment")
        String environment,

        @JsonPropertyDescription(
                "Name of the ECS service: 1 to 255 letters, digits, _ and -. One that does not begin with <namespace>_ "
                        + "must match the environment's access.adopt as ARN. Immutable. Absent: default <namespace>_<name>.")
        @Size(max = 255)
        @Pattern(Formats.NAME)
        String serviceName,

        @JsonPropertyDescription("What each task runs. A change registers a new revision and rolls the service. "
                + "Absent: default what taskDefinition names; one of the two is needed.")
        Task task,

        @JsonPropertyDescription(
                "The task definition instead of task: the name of a FargateTaskDefinition of this namespace and "
                        + "environment (a change there rolls this service), or the ARN of one revision, which must match the environment's "
                        + "access.taskDefinitions. Absent: default the one made of task.")
        @Size(max = 2048)
        @ValidationRule(value = Formats.TASK_DEFINITION, message = Formats.TASK_DEFINITION_SAYS)
        String taskDefinition,

        @JsonPropertyDescription(
                "Tasks to keep running, 0 to 5000. Absent: unmanaged; the service starts with 1 (or scaling.min), and "
                        + "whoever scales it later (a person, autoscaling) is not corrected.")
        @SpecReplicas
        @Min(0)
        @Max(5000)
        Integer desiredCount,

        @JsonPropertyDescription(
                "Application Auto Scaling: it owns the number of tasks. Absent: default none; what somebody "
                        + "else registered for the service stays.")
        Scaling scaling,

        @JsonPropertyDescription(
                "How tasks are spread over on-demand and Spot capacity; a change starts a new rollout. "
                        + "Absent: default the environment's cluster.defaultCapacityProviderStrategy, else launch type FARGATE (on demand).")
        @Size(min = 1, max = 2)
        @ValidationRule(value = CapacityRules.WEIGHT, message = CapacityRules.WEIGHT_SAYS)
        @ValidationRule(value = CapacityRules.BASE, message = CapacityRules.BASE_SAYS)
        List<CapacityProviderStrategyItem> capacityProviderStrategy,

        @JsonPropertyDescription("Fargate platform: LATEST or a version such as 1.4.0. Absent: default LATEST.")
        @Size(max = 16)
        @ValidationRule(
                value = "self.matches('^(LATEST|[0-9]+[.][0-9]+[.][0-9]+)$')",
                message = "platformVersion is LATEST or a version such as 1.4.0")
        String platformVersion,

        @JsonPropertyDescription("Where this service's network interfaces are. Absent: default the environment's.")
        Network network,

        @JsonPropertyDescription(
                "Ports of the task that load balancers send to; ECS registers the tasks there; up to 5. Absent: default none.")
        @Size(max = 5)
        List<LoadBalancer> loadBalancers,

        @JsonPropertyDescription(
                "Cloud Map service in which ECS registers the tasks; at most one. Absent: default none.")
        @Size(max = 1)
        List<ServiceRegistry> serviceRegistries,

        @JsonPropertyDescription(
                "How a new revision replaces the old one. Absent: default a rolling update, 100 to 200 "
                        + "percent, without circuit breaker.")
        Deployment deployment,

        @JsonPropertyDescription("Tasks that run before and after a rollout. Absent: default none.")
        ServiceHooks hooks,

        @JsonPropertyDescription(
                "Seconds after a task's start in which ECS ignores failed health checks of load balancer "
                        + "and containers. Absent: default 0.")
        @Min(0)
        @Max(2147483647)
        Integer healthCheckGracePeriodSeconds,

        @JsonPropertyDescription("ENABLED moves tasks until zones are even; needs a maximumPercent above 100. Absent: "
                + "unmanaged; ECS enables it for a new service.")
        AvailabilityZoneRebalancing availabilityZoneRebalancing,

        @JsonPropertyDescription("From where tasks get tags: NONE, SERVICE or TASK_DEFINITION. Reaches new tasks only. "
                + "Absent: default NONE.")
        PropagateTags propagateTags,

        @JsonPropertyDescription(
                "Let ECS tag tasks with cluster and service name. Reaches new tasks only. " + "Absent: default false.")
        Boolean enableECSManagedTags,

        @JsonPropertyDescription(
                "Let people open a shell in the containers (aws ecs execute-command), with the task role's rights; "
                        + "needs the environment's access.allowExecuteCommand. Reaches new tasks only. Absent: default false.")
        Boolean enableExecuteCommand,

        @JsonPropertyDescription("Earlier revisions of the task definition that stay registered, 0 to 20; those in use "
                + "stay anyway. Absent: default 3.")
        @Min(0)
        @Max(20)
        Integer revisionHistoryLimit,

        @JsonPropertyDescription("Run an earlier revision of the service's own task in place of task: lastGood "
                + "(status.lastGoodRevision), or a revision that is still ACTIVE, by number such as \"7\", FAMILY:NUMBER or ARN. While "
                + "it is set, a change of task is not registered, and hooks are not run; taking it away goes on with task. Absent: "
                + "default task.")
        @Size(max = 2048)
        @ValidationRule(value = Formats.REVISION, message = Formats.REVISION_SAYS)
        String rollbackTo,

        @JsonPropertyDescription(ManagementPolicy.SAYS) ManagementPolicy managementPolicy,

        @JsonPropertyDescription(DriftPolicy.SAYS) DriftPolicy driftPolicy,

        @JsonPropertyDescription(IgnoredField.SAYS)
        @Size(max = IgnoredField.MOST)
        @ValidationRule(value = IgnoredField.POINTERS, message = IgnoredField.POINTERS_SAYS)
        List<@Size(max = 160) String> ignoreFields,

        @JsonPropertyDescription(DeletionPolicy.SAYS) DeletionPolicy deletionPolicy,

        @JsonPropertyDescription(AdoptionPolicy.SAYS) AdoptionPolicy adoptionPolicy,

        @JsonPropertyDescription(
                "Tags on the service and its task definition, over the environment's of the same key; up "
                        + "to 42 (AWS takes 50, the operator needs 8). Other tags that are there stay. Absent: default none.")
        @Size(max = TagRules.MOST)
        @ValidationRule(value = TagRules.LENGTH, message = TagRules.LENGTH_SAYS)
        @ValidationRule(value = TagRules.RESERVED, message = TagRules.RESERVED_SAYS)
        @ValidationRule(value = TagRules.OURS, message = TagRules.OURS_SAYS)
        Map<String, @Size(max = 256) @Pattern(TagRules.CHARACTERS) String> tags) {

    public FargateServiceSpec {
        capacityProviderStrategy = Api.filled(capacityProviderStrategy);
        loadBalancers = Api.filled(loadBalancers);
        serviceRegistries = Api.filled(serviceRegistries);
        ignoreFields = Api.filled(ignoreFields);
        tags = Api.filled(tags);
    }

    /** A port of the task, and what sends to it: a target group that is there, or a listener for which one is made. */
    @ValidationRule(value = RoutingRules.ONE_TARGET, message = RoutingRules.ONE_TARGET_SAYS)
    @ValidationRule(value = RoutingRules.GROUP, message = RoutingRules.GROUP_SAYS)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LoadBalancer(
            @JsonPropertyDescription(
                    "ARN of a target group of target type ip, attached to a load balancer. Must match the "
                            + "environment's access.targetGroups. Absent: default the one that is made for listener.")
            @Size(max = 2048)
            @ValidationRule(value = Formats.TARGET_GROUP, message = Formats.TARGET_GROUP_SAYS)
            String targetGroupArn,

            @JsonPropertyDescription("Container of the task that receives the traffic.") @Required @Size(max = 255)
            String containerName,

            @JsonPropertyDescription("One of that container's portMappings.") @Required @Min(1) @Max(65535)
            Integer containerPort,

            @JsonPropertyDescription(
                    "The listener that sends to the port, through a target group, a rule and a security group that are made for the"
                            + " service and go with it. Absent: default what targetGroupArn names.")
            ServiceListener listener,

            @JsonPropertyDescription(
                    "The target group that is made for listener. Absent: default one with AWS's defaults.")
            OwnTargetGroup targetGroup) {}

    /** A Cloud Map service; for SRV records give port, or containerName and containerPort. */
    @ValidationRule(value = ServiceRules.REGISTRY, message = ServiceRules.REGISTRY_SAYS)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ServiceRegistry(
            @JsonPropertyDescription(
                    "ARN of the Cloud Map service. Must match the environment's access.serviceRegistries.")
            @Required
            @Size(max = 2048)
            @ValidationRule(value = Formats.REGISTRY, message = Formats.REGISTRY_SAYS)
            String registryArn,

            @JsonPropertyDescription(
                    "Port of SRV records. Absent: default that of containerPort, or none for A records.")
            @Min(1)
            @Max(65535)
            Integer port,

            @JsonPropertyDescription("Container of SRV records, with containerPort. Absent: default none.")
            @Size(max = 255)
            String containerName,

            @JsonPropertyDescription("Its port for SRV records, one of its portMappings. Absent: default none.")
            @Min(1)
            @Max(65535)
            Integer containerPort) {}

    /** A rolling update, in percent of the desired count. */
    @ValidationRule(value = ServiceRules.ROOM, message = ServiceRules.ROOM_SAYS)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Deployment(
            @JsonPropertyDescription(
                    "Most tasks during a rollout, 100 to 1000 percent, rounded down. Absent: default 200.")
            @Min(100)
            @Max(1000)
            Integer maximumPercent,

            @JsonPropertyDescription(
                    "Fewest running tasks during a rollout, 0 to 100 percent, rounded up; with fewer the "
                            + "service is not Ready. Absent: default 100.")
            @Min(0)
            @Max(100)
            Integer minimumHealthyPercent,

            @JsonPropertyDescription("End a rollout whose tasks keep failing. Absent: default off; such a rollout then "
                    + "ends by progressDeadlineSeconds only.")
            CircuitBreaker circuitBreaker,

            @JsonPropertyDescription(
                    "Seconds, 60 to 86400, after which an unfinished rollout counts as failed in status; "
                            + "ECS itself goes on. Absent: default 900.")
            @Min(60)
            @Max(86400)
            Integer progressDeadlineSeconds) {}

    /** ECS's deployment circuit breaker. */
    @ValidationRule(
            value = "!has(self.rollback) || !self.rollback || (has(self.enable) && self.enable)",
            message = "rollback happens only when the circuit breaker is on: set enable: true")
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CircuitBreaker(
            @JsonPropertyDescription("Fail a rollout after repeated failures of its tasks. Absent: default false.")
            Boolean enable,

            @JsonPropertyDescription(
                    "Return to the last completed revision when a rollout fails. Absent: default false.")
            Boolean rollback) {}

    public enum AvailabilityZoneRebalancing {
        ENABLED,
        DISABLED
    }

    public enum PropagateTags {
        NONE,
        SERVICE,
        TASK_DEFINITION
    }
}

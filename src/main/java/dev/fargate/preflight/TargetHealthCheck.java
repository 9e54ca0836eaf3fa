package dev.fargate.preflight;

import dev.fargate.diagnosis.Cause;
import dev.fargate.preflight.Finding.Check;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** Why a load balancer takes no task that runs already. Looked at only while a rollout does not get on. */
final class TargetHealthCheck {
    private static final String CONTAINERS = "traffic-port";

    private TargetHealthCheck() {}

    /** Empty: none is unhealthy, or it is not known; a target that is on its way in or out says nothing. */
    static Optional<Finding> of(Subject subject, TargetGroup group, Facts facts) {
        if (!subject.stuck()
                || !(facts.of(Topics.TARGET_HEALTH, group.targetGroupArn())
                        instanceof Answer.Known<List<TargetHealthDescription>> known)) {
            return Optional.empty();
        }
        List<TargetHealth> ill = known.value().stream()
                .map(TargetHealthDescription::targetHealth)
                .filter(health -> health.state() == TargetHealthStateEnum.UNHEALTHY
                        || health.state() == TargetHealthStateEnum.UNUSED)
                .toList();
        return ill.stream()
                .findFirst()
                .map(health -> Finding.failed(
                        Check.TargetGroup,
                        Cause.LoadBalancerHealth,
                        "Target group %s: %d of %d targets are %s (%s). %s"
                                .formatted(
                                        group.targetGroupName(),
                                        ill.size(),
                                        known.value().size(),
                                        health.stateAsString(),
                                        words(health),
                                        step(subject, group, health))));
    }

    private static String words(TargetHealth health) {
        return health.description() == null
                ? health.reasonAsString()
                : "%s: %s".formatted(health.reasonAsString(), health.description());
    }

    /** Elastic Load Balancing API reference, TargetHealth. */
    private static String step(Subject subject, TargetGroup group, TargetHealth health) {
        return switch (health.reason()) {
            case TARGET_RESPONSE_CODE_MISMATCH ->
                "The check asks for %s and takes %s: correct the container, or aws elbv2 modify-target-group --health-check-path or --matcher."
                        .formatted(path(group), codes(group));
            case TARGET_TIMEOUT ->
                "%s must let the load balancer in on %s, and the container answer %s there in %d s, not only on localhost."
                        .formatted(groups(subject), port(group), path(group), group.healthCheckTimeoutSeconds());
            case TARGET_FAILED_HEALTH_CHECKS ->
                "Nothing on %s speaks %s: the container must listen there, on 0.0.0.0, or correct port and protocol of the check."
                        .formatted(port(group), group.healthCheckProtocolAsString());
            case TARGET_NOT_IN_USE ->
                "The load balancer is not enabled in the tasks' zones, or no listener leads to the group: aws elbv2 set-subnets, or name subnets of its zones.";
            case null, default ->
                "Look at it: aws elbv2 describe-target-health --target-group-arn " + group.targetGroupArn();
        };
    }

    private static String groups(Subject subject) {
        List<String> groups = subject.network().securityGroups();
        return groups.isEmpty() ? "The task's security groups" : "Security group " + String.join(", ", groups);
    }

    private static String port(TargetGroup group) {
        return group.healthCheckPort() == null || group.healthCheckPort().equals(CONTAINERS)
                ? "the container's port"
                : "port " + group.healthCheckPort();
    }

    private static String path(TargetGroup group) {
        return group.healthCheckPath() == null ? "a connection" : group.healthCheckPath();
    }

    private static String codes(TargetGroup group) {
        if (group.matcher() == null) {
            return "its codes";
        }
        return group.matcher().httpCode() == null
                ? "gRPC code " + group.matcher().grpcCode()
                : "code " + group.matcher().httpCode();
    }
}

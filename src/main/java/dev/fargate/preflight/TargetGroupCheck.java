package dev.fargate.preflight;

import dev.fargate.diagnosis.Cause;
import dev.fargate.preflight.Finding.Check;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Target groups are of type ip and in the tasks' VPC, and their port is a container's. */
final class TargetGroupCheck {
    private TargetGroupCheck() {}

    static Stream<Finding> of(Subject subject, Facts facts) {
        Set<String> vpcs = SubnetCheck.vpcs(subject, facts);
        return subject.loadBalancers().stream().map(balancer -> of(subject, balancer, vpcs, facts));
    }

    private static Finding of(Subject subject, LoadBalancer balancer, Set<String> vpcs, Facts facts) {
        String arn = balancer.targetGroupArn();
        Optional<Finding> port = port(subject, balancer);
        if (port.isPresent()) {
            return port.get();
        }
        return switch (facts.of(Topics.TARGET_GROUP, arn)) {
            case Answer.Known<TargetGroup> known -> of(subject, known.value(), vpcs, facts);
            case Answer.Absent<TargetGroup> absent ->
                failed("Target group %s does not exist. Create it with target type ip, or correct the ARN."
                        .formatted(arn));
            case Answer.Refused<TargetGroup> refused ->
                Finding.unknown(Check.TargetGroup, refused, "Target group " + arn);
            case Answer.Pending<TargetGroup> pending -> Finding.unknown(Check.TargetGroup, arn);
        };
    }

    private static Finding of(Subject subject, TargetGroup group, Set<String> vpcs, Facts facts) {
        if (group.targetType() != TargetTypeEnum.IP) {
            return failed(
                    "Target group %s is of target type %s; tasks on Fargate are registered by address. Make another with target type ip."
                            .formatted(group.targetGroupArn(), group.targetTypeAsString()));
        }
        if (!vpcs.isEmpty() && group.vpcId() != null && !vpcs.contains(group.vpcId())) {
            return failed(
                    "Target group %s is in VPC %s, the task's subnets are in %s. Make one there, or name other subnets."
                            .formatted(group.targetGroupArn(), group.vpcId(), String.join(", ", vpcs)));
        }
        return group.loadBalancerArns().isEmpty()
                ? failed(
                        "Target group %s belongs to no load balancer, so that ECS refuses the service. Name it in a listener or a rule first."
                                .formatted(group.targetGroupArn()))
                : TargetHealthCheck.of(subject, group, facts)
                        .orElseGet(() -> Finding.passed(
                                Check.TargetGroup, "Target group %s fits.".formatted(group.targetGroupName())));
    }

    private static Optional<Finding> port(Subject subject, LoadBalancer balancer) {
        Optional<ContainerDefinition> container = subject.containers()
                .filter(candidate -> candidate.name().equals(balancer.containerName()))
                .findFirst();
        if (subject.task().isEmpty()
                || container.stream()
                        .flatMap(known -> known.portMappings().stream())
                        .anyMatch(mapping -> balancer.containerPort().equals(mapping.containerPort()))) {
            return Optional.empty();
        }
        return Optional.of(failed(
                container.isEmpty()
                        ? "loadBalancers names container %s, which the task does not have. Correct containerName."
                                .formatted(balancer.containerName())
                        : "loadBalancers names port %d, which is none of the portMappings of container %s. Add it there, or correct containerPort."
                                .formatted(balancer.containerPort(), balancer.containerName())));
    }

    private static Finding failed(String message) {
        return Finding.failed(Check.TargetGroup, Cause.LoadBalancerHealth, message);
    }
}

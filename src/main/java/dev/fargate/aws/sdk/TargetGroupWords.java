package dev.fargate.aws.sdk;

import dev.fargate.aws.Routes.Fixed;
import dev.fargate.aws.Routes.Group;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Target groups from and to ELB's own types. */
final class TargetGroupWords {
    private TargetGroupWords() {}

    static Group group(TargetGroup found) {
        Map<String, String> health = new HashMap<>();
        put(health, "protocol", found.healthCheckProtocolAsString());
        put(health, "port", found.healthCheckPort());
        put(health, "path", found.healthCheckPath());
        put(health, "intervalSeconds", found.healthCheckIntervalSeconds());
        put(health, "timeoutSeconds", found.healthCheckTimeoutSeconds());
        put(health, "healthyThresholdCount", found.healthyThresholdCount());
        put(health, "unhealthyThresholdCount", found.unhealthyThresholdCount());
        Optional.ofNullable(found.matcher())
                .map(matcher -> matcher.httpCode() == null ? matcher.grpcCode() : matcher.httpCode())
                .ifPresent(codes -> put(health, "matcher", codes));
        return new Group(
                found.targetGroupArn(),
                new Fixed(
                        found.targetGroupName(),
                        Optional.ofNullable(found.protocolAsString()).orElse(""),
                        Optional.ofNullable(found.port()).orElse(0),
                        Optional.ofNullable(found.protocolVersion()).orElse(""),
                        Optional.ofNullable(found.vpcId()).orElse("")),
                health,
                !found.loadBalancerArns().isEmpty());
    }

    static CreateTargetGroupRequest.Builder health(
            CreateTargetGroupRequest.Builder request, String protocolVersion, Map<String, String> health) {
        return request.healthCheckProtocol(health.get("protocol"))
                .healthCheckPort(health.get("port"))
                .healthCheckPath(health.get("path"))
                .healthCheckIntervalSeconds(number(health, "intervalSeconds"))
                .healthCheckTimeoutSeconds(number(health, "timeoutSeconds"))
                .healthyThresholdCount(number(health, "healthyThresholdCount"))
                .unhealthyThresholdCount(number(health, "unhealthyThresholdCount"))
                .matcher(matcher(protocolVersion, health.get("matcher")));
    }

    static ModifyTargetGroupRequest.Builder health(
            ModifyTargetGroupRequest.Builder request, String protocolVersion, Map<String, String> health) {
        return request.healthCheckProtocol(health.get("protocol"))
                .healthCheckPort(health.get("port"))
                .healthCheckPath(health.get("path"))
                .healthCheckIntervalSeconds(number(health, "intervalSeconds"))
                .healthCheckTimeoutSeconds(number(health, "timeoutSeconds"))
                .healthyThresholdCount(number(health, "healthyThresholdCount"))
                .unhealthyThresholdCount(number(health, "unhealthyThresholdCount"))
                .matcher(matcher(protocolVersion, health.get("matcher")));
    }

    private static Matcher matcher(String protocolVersion, String codes) {
        if (codes == null) {
            return null;
        }
        return protocolVersion.equals("GRPC")
                ? Matcher.builder().grpcCode(codes).build()
                : Matcher.builder().httpCode(codes).build();
    }

    private static Integer number(Map<String, String> health, String name) {
        return health.containsKey(name) ? Integer.valueOf(health.get(name)) : null;
    }

    private static void put(Map<String, String> health, String name, Object value) {
        if (value != null) {
            health.put(name, value.toString());
        }
    }
}

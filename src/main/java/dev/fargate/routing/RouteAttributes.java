package dev.fargate.routing;

import dev.fargate.api.OwnTargetGroup;
import dev.fargate.api.OwnTargetGroup.Algorithm;
import dev.fargate.api.OwnTargetGroup.Stickiness;
import dev.fargate.api.OwnTargetGroup.StickinessType;
import dev.fargate.api.OwnTargetGroup.TargetHealthCheck;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is managed of a target group, by the names of ELB's API (ELB API reference, TargetGroupAttribute). Pure. */
final class RouteAttributes {
    private static final int DEREGISTRATION_DELAY_SECONDS = 300;
    private static final int COOKIE_SECONDS = 86400;
    private static final String STICKY = "stickiness.enabled";

    private RouteAttributes() {}

    static Map<String, String> of(OwnTargetGroup group, boolean ofRequests) {
        Map<String, String> attributes = new HashMap<>(group.attributes());
        attributes.put(
                "deregistration_delay.timeout_seconds",
                number(group.deregistrationDelaySeconds(), DEREGISTRATION_DELAY_SECONDS));
        if (ofRequests) {
            attributes.put("slow_start.duration_seconds", number(group.slowStartSeconds(), 0));
            attributes.put(
                    "load_balancing.algorithm.type",
                    Optional.ofNullable(group.loadBalancingAlgorithmType())
                            .orElse(Algorithm.round_robin)
                            .name());
        }
        Optional.ofNullable(group.stickiness())
                .ifPresentOrElse(
                        stickiness -> attributes.putAll(sticky(stickiness)), () -> attributes.put(STICKY, "false"));
        return attributes;
    }

    private static Map<String, String> sticky(Stickiness stickiness) {
        StickinessType type = Optional.ofNullable(stickiness.type()).orElse(StickinessType.lb_cookie);
        Map<String, String> attributes = new HashMap<>(Map.of(STICKY, "true", "stickiness.type", type.name()));
        if (type != StickinessType.source_ip) {
            attributes.put(
                    "stickiness.%s.duration_seconds".formatted(type),
                    number(stickiness.durationSeconds(), COOKIE_SECONDS));
        }
        if (type == StickinessType.app_cookie) {
            attributes.put("stickiness.app_cookie.cookie_name", stickiness.cookieName());
        }
        return attributes;
    }

    static Map<String, String> health(TargetHealthCheck check) {
        Map<String, String> health = new HashMap<>();
        if (check != null) {
            put(health, "protocol", check.protocol());
            put(health, "port", check.port());
            put(health, "path", check.path());
            put(health, "matcher", check.matcher());
            put(health, "intervalSeconds", check.intervalSeconds());
            put(health, "timeoutSeconds", check.timeoutSeconds());
            put(health, "healthyThresholdCount", check.healthyThresholdCount());
            put(health, "unhealthyThresholdCount", check.unhealthyThresholdCount());
        }
        return health;
    }

    private static void put(Map<String, String> health, String name, Object value) {
        if (value != null) {
            health.put(name, value.toString());
        }
    }

    private static String number(Integer given, int otherwise) {
        return String.valueOf(Optional.ofNullable(given).orElse(otherwise));
    }
}

package dev.fargate.loadbalancer;

import dev.fargate.api.FargateLoadBalancerSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The attributes that are managed, by the names of ELB's API (ELB API reference, LoadBalancerAttribute). Pure. */
final class Attributes {
    private static final int IDLE_TIMEOUT_SECONDS = 60;

    private Attributes() {}

    static Map<String, String> of(FargateLoadBalancerSpec spec) {
        Map<String, String> attributes = new HashMap<>(spec.attributes());
        attributes.put(
                DesiredLoadBalancer.PROTECTION, Boolean.toString(Boolean.TRUE.equals(spec.deletionProtection())));
        attributes.put("access_logs.s3.enabled", Boolean.toString(spec.accessLogs() != null));
        if (spec.accessLogs() != null) {
            attributes.put("access_logs.s3.bucket", spec.accessLogs().bucket());
            attributes.put(
                    "access_logs.s3.prefix",
                    Optional.ofNullable(spec.accessLogs().prefix()).orElse(""));
        }
        if (!LoadBalancerResolver.isNetwork(spec)) {
            attributes.put(
                    "idle_timeout.timeout_seconds",
                    Optional.ofNullable(spec.idleTimeoutSeconds())
                            .orElse(IDLE_TIMEOUT_SECONDS)
                            .toString());
        }
        return attributes;
    }
}

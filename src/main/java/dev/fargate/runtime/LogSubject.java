package dev.fargate.runtime;

import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.aws.sdk.CallLog;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/** What a turn is about, in each line that its thread logs while this is open, those of libraries included. */
final class LogSubject implements AutoCloseable {
    /** The names under which it is logged, in their order. */
    static final List<String> KEYS = List.of("kind", "namespace", "name", "environment", CallLog.REQUEST_ID);

    private LogSubject() {}

    static LogSubject of(HasMetadata resource) {
        MDC.put("kind", resource.getKind());
        MDC.put("name", resource.getMetadata().getName());
        Optional.ofNullable(resource.getMetadata().getNamespace())
                .ifPresent(namespace -> MDC.put("namespace", namespace));
        environment(resource).ifPresent(environment -> MDC.put("environment", environment));
        return new LogSubject();
    }

    /** As a person reads it, after a message: {@code kind="FargateService" namespace="shop"}. */
    static String text(Map<String, String> logged) {
        StringBuilder text = new StringBuilder();
        for (String key : KEYS) {
            if (logged.containsKey(key)) {
                text.append(' ')
                        .append(key)
                        .append("=\"")
                        .append(logged.get(key))
                        .append('"');
            }
        }
        return text.toString();
    }

    private static Optional<String> environment(HasMetadata resource) {
        return switch (resource) {
            case FargateEnvironment environment ->
                Optional.of(environment.getMetadata().getName());
            case FargateService service -> Optional.of(service.getSpec().environment());
            case FargateTaskDefinition definition ->
                Optional.of(definition.getSpec().environment());
            case FargateTask task -> Optional.of(task.getSpec().environment());
            case FargateSchedule schedule -> Optional.of(schedule.getSpec().environment());
            case FargateEndpoints endpoints ->
                Optional.ofNullable(endpoints.getSpec().environment());
            case FargateLoadBalancer balancer -> Optional.of(balancer.getSpec().environment());
            default -> Optional.empty();
        };
    }

    @Override
    public void close() {
        KEYS.forEach(MDC::remove);
    }
}

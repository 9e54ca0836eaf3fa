package dev.fargate.routing;

import dev.fargate.api.ServiceListener;
import dev.fargate.aws.Routes.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The conditions of a listener rule (ELB API reference, RuleCondition). Pure. */
final class RouteConditions {
    static final String PATH = "path-pattern";
    /** A rule needs a condition; this one meets every request. */
    static final Condition ALL = new Condition(PATH, "", Set.of("/*"));

    private RouteConditions() {}

    static Set<Condition> of(ServiceListener listener) {
        Set<Condition> conditions = new HashSet<>();
        add(conditions, "host-header", listener.hosts());
        add(conditions, PATH, listener.paths());
        add(conditions, "http-request-method", listener.methods());
        add(conditions, "source-ip", listener.sourceIps());
        listener.headers()
                .forEach(header ->
                        conditions.add(new Condition("http-header", header.name(), Set.copyOf(header.values()))));
        if (!listener.query().isEmpty()) {
            conditions.add(new Condition(
                    "query-string",
                    "",
                    listener.query().stream()
                            .map(part -> Optional.ofNullable(part.key()).orElse("") + "=" + part.value())
                            .collect(Collectors.toSet())));
        }
        return conditions.isEmpty() ? Set.of(ALL) : conditions;
    }

    private static void add(Set<Condition> conditions, String field, List<String> values) {
        if (!values.isEmpty()) {
            conditions.add(new Condition(field, "", Set.copyOf(values)));
        }
    }
}

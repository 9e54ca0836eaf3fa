package dev.fargate.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rules of RBAC allow, taken apart: one line for each verb on each resource. */
final class Rights {
    private Rights() {}

    /** Of the objects of a kind. */
    static Set<String> of(String kind, List<JsonNode> objects) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .flatMap(object -> object.path("rules").valueStream())
                .flatMap(Rights::lines)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> lines(JsonNode rule) {
        return rule.path("apiGroups").valueStream().flatMap(group -> rule.path("resources")
                .valueStream()
                .flatMap(resource -> rule.path("verbs").valueStream().map(verb -> "%s %s/%s %s"
                        .formatted(verb.asText(), group.asText(), resource.asText(), rule.path("resourceNames")))));
    }
}

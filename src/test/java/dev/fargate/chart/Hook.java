package dev.fargate.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** The chart's test as {@code helm test} makes it: what it applies, and the commands of its pod, one after the other. */
record Hook(List<JsonNode> rights, String manifest, List<List<String>> commands, JsonNode pod) {

    /** From what {@code helm template} renders of it. */
    static Hook of(List<JsonNode> rendered) {
        JsonNode pod = kind(rendered, "Pod").findFirst().orElseThrow();
        return new Hook(
                rendered.stream()
                        .filter(object -> !object.path("kind").asText().equals("Pod"))
                        .toList(),
                kind(rendered, "ConfigMap")
                        .findFirst()
                        .orElseThrow()
                        .at("/data/service.yaml")
                        .asText(),
                Stream.of("initContainers", "containers")
                        .flatMap(list -> pod.at("/spec/" + list).valueStream())
                        .map(container -> container
                                .path("args")
                                .valueStream()
                                .map(JsonNode::asText)
                                .toList())
                        .toList(),
                pod);
    }

    String name() {
        return pod.at("/metadata/name").asText();
    }

    private static Stream<JsonNode> kind(List<JsonNode> rendered, String kind) {
        return rendered.stream().filter(object -> object.path("kind").asText().equals(kind));
    }
}

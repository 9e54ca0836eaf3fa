package dev.fargate.roundtrip;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Values in a document by a path such as {@code spec.containers[].name}: {@code []} stands for every item, {@code {}} for every entry
 * of a map, as {@code key=value}; AWS's lists of key and value are maps, too. A name with dots of its own is found as well: AWS's query
 * protocol has such.
 */
final class Paths {
    private Paths() {}

    static List<String> values(JsonNode document, String path) {
        return values(document, List.of(path.split("\\."))).toList();
    }

    private static Stream<String> values(JsonNode node, List<String> steps) {
        if (steps.isEmpty()) {
            return Stream.of(node.asText());
        }
        String whole = String.join(".", steps);
        if (node.has(whole)) {
            return Stream.of(node.path(whole).asText());
        }
        String step = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        if (step.endsWith("{}")) {
            return entries(node.path(name(step)));
        }
        JsonNode child = node.path(name(step));
        if (step.endsWith("[]")) {
            return items(child).flatMap(item -> values(item, rest));
        }
        return child.isMissingNode() ? Stream.of() : values(child, rest);
    }

    private static Stream<String> entries(JsonNode map) {
        return map.isArray()
                ? items(map)
                        .map(entry -> entry.path("key").asText() + "="
                                + entry.path("value").asText())
                : map.properties().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().asText());
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String name(String step) {
        return step.endsWith("[]") || step.endsWith("{}") ? step.substring(0, step.length() - 2) : step;
    }
}

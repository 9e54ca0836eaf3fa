package dev.fargate.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Policies and patterns, compared by meaning: AWS may give them back in another order, and a list of one as that one. */
public final class Documents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Documents() {}

    public static boolean same(String one, String other) {
        if (other == null) {
            return false;
        }
        try {
            return meaning(JSON.readTree(one)).equals(meaning(JSON.readTree(other)));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** A list is the set of what is in it; anything else is the set of itself. */
    private static Set<Object> meaning(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream()
                    .flatMap(element -> meaning(element).stream())
                    .collect(Collectors.toSet());
        }
        return node.isObject()
                ? Set.of(node.properties().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, field -> meaning(field.getValue()))))
                : Set.of(node);
    }
}

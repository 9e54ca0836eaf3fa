package dev.fargate.simulator.ecs.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Keeps one copy of equal settings: ten thousand services of one environment have one network configuration. */
public final class Sharing {
    private final Map<JsonNode, JsonNode> known = new HashMap<>();

    /** The one copy of this value, which nobody may change any more. */
    public JsonNode one(JsonNode value) {
        JsonNode earlier = known.putIfAbsent(value, value);
        return earlier == null ? value : earlier;
    }
}

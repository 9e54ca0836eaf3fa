package dev.fargate.simulator.ecs.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fargate.simulator.ecs.AwsFault;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tags of one resource. */
public final class Tags {
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html#tag-restrictions
    private static final int MOST = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private final Map<String, String> values = new TreeMap<>();

    /** The tags that a request puts on what it creates. */
    public static Tags of(JsonNode list) {
        Tags tags = new Tags();
        tags.put(list);
        return tags;
    }

    /** Adds and overwrites, after AWS's restrictions. */
    public void put(JsonNode list) {
        for (JsonNode tag : list) {
            String key = tag.path("key").asText();
            String value = tag.path("value").asText("");
            if (key.isEmpty() || key.length() > LONGEST_KEY || value.length() > LONGEST_VALUE) {
                throw AwsFault.invalidParameter("Some tags contain invalid characters or are too long: " + key);
            }
            if (key.regionMatches(true, 0, "aws:", 0, 4)) {
                throw AwsFault.invalidParameter("Tag keys that start with 'aws:' are reserved: " + key);
            }
            values.put(key, value.intern());
        }
        long own =
                values.keySet().stream().filter(key -> !key.startsWith("aws:")).count();
        if (own > MOST) {
            throw AwsFault.invalidParameter("The maximum number of tags per resource is " + MOST + ".");
        }
    }

    /** What AWS itself attaches with {@code enableECSManagedTags}. */
    public void putManaged(String key, String value) {
        values.put(key, value.intern());
    }

    public void putAll(Tags others) {
        values.putAll(others.values);
    }

    public void remove(List<String> keys) {
        keys.forEach(values::remove);
    }

    public ArrayNode view() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach((key, value) -> list.addObject().put("key", key).put("value", value));
        return list;
    }
}

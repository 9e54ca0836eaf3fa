package dev.fargate.roundtrip;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.journal.CallRecord;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Requests that may change something, as AWS received them, in order. */
record Received(List<CallRecord> calls) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /** The requests of all calls of an operation, each with the region of the call. */
    List<JsonNode> requests(String operation) {
        return calls.stream()
                .filter(call -> operation(call).equals(operation))
                .<JsonNode>map(call -> body(call).put("@region", call.region()).put("@called", true))
                .toList();
    }

    /** All of them, as a person reads them. */
    String asJson() {
        ArrayNode all = JSON.createArrayNode();
        calls.forEach(call -> all.addObject().set(operation(call), sorted(body(call))));
        return all.toPrettyString() + "\n";
    }

    private static String operation(CallRecord call) {
        return call.service() + ":" + call.operation();
    }

    private static ObjectNode body(CallRecord call) {
        return call.request().startsWith("{") ? (ObjectNode) parse(call.request()) : form(call.request());
    }

    private static ObjectNode form(String request) {
        ObjectNode members = JSON.createObjectNode();
        Arrays.stream(request.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> members.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return members;
    }

    private static JsonNode sorted(JsonNode node) {
        try {
            return parse(JSON.writeValueAsString(JSON.treeToValue(node, Object.class)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

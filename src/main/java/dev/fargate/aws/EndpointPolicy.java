package dev.fargate.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policy of a VPC endpoint; two that say the same in another order are equal.
 *
 * @param text JSON with its keys in order
 */
public record EndpointPolicy(@JsonValue String text) {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    /** What AWS attaches where none is given. */
    public static final EndpointPolicy FULL_ACCESS = new EndpointPolicy(
            "{\"Statement\":[{\"Action\":\"*\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Resource\":\"*\"}]}");

    /** Empty where it is no JSON object. */
    public static Optional<EndpointPolicy> of(String text) {
        try {
            JsonNode policy = JSON.readTree(text);
            if (!policy.isObject()) {
                return Optional.empty();
            }
            return Optional.of(isFullAccess(policy) ? FULL_ACCESS : new EndpointPolicy(sorted(policy)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** As EC2 tells it: one that cannot be read differs from all others. */
    @JsonCreator
    public static EndpointPolicy told(String text) {
        return text == null || text.isBlank() ? FULL_ACCESS : of(text).orElseGet(() -> new EndpointPolicy(text));
    }

    private static String sorted(JsonNode policy) throws JsonProcessingException {
        return JSON.writeValueAsString(JSON.treeToValue(policy, Object.class));
    }

    private static boolean isFullAccess(JsonNode policy) {
        JsonNode statements = policy.path("Statement");
        JsonNode only = statements.isArray() && statements.size() == 1 ? statements.get(0) : statements;
        return only.size() == 4
                && only.path("Effect").asText().equals("Allow")
                && Stream.of("Principal", "Action", "Resource")
                        .allMatch(part -> only.path(part).asText().equals("*"));
    }
}

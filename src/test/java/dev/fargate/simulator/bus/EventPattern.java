package dev.fargate.simulator.bus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/**
 * An EventBridge rule's pattern.
 *
 * <p>Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html. Known are exact
 * values, prefix, suffix, equals-ignore-case, anything-but, exists and $or.
 */
record EventPattern(JsonNode pattern) {

    boolean matches(JsonNode event) {
        return object(pattern, event);
    }

    private static boolean object(JsonNode pattern, JsonNode event) {
        for (Map.Entry<String, JsonNode> field : pattern.properties()) {
            if (!met(field.getKey(), field.getValue(), event)) {
                return false;
            }
        }
        return true;
    }

    private static boolean met(String name, JsonNode wanted, JsonNode event) {
        if (name.equals("$or")) {
            return wanted.valueStream().anyMatch(alternative -> object(alternative, event));
        }
        JsonNode actual = event.path(name);
        return wanted.isObject() ? object(wanted, actual) : anyOf(wanted, actual);
    }

    private static boolean anyOf(JsonNode alternatives, JsonNode actual) {
        return alternatives.valueStream().anyMatch(alternative -> {
            if (alternative.has("exists")) {
                return alternative.path("exists").asBoolean() != actual.isMissingNode();
            }
            return actual.isArray()
                    ? actual.valueStream().anyMatch(element -> value(alternative, element))
                    : value(alternative, actual);
        });
    }

    private static boolean value(JsonNode alternative, JsonNode actual) {
        if (actual.isMissingNode()) {
            return false;
        }
        if (!alternative.isObject()) {
            return alternative.equals(actual);
        }
        Map.Entry<String, JsonNode> operator =
                alternative.properties().iterator().next();
        String text = actual.asText();
        String operand = operator.getValue().asText();
        return switch (operator.getKey()) {
            case "prefix" -> text.startsWith(operand);
            case "suffix" -> text.endsWith(operand);
            case "equals-ignore-case" -> text.toLowerCase(Locale.ROOT).equals(operand.toLowerCase(Locale.ROOT));
            case "anything-but" -> anythingBut(operator.getValue(), actual);
            default -> throw new IllegalArgumentException("no event pattern operator known as " + operator.getKey());
        };
    }

    private static boolean anythingBut(JsonNode excluded, JsonNode actual) {
        return excluded.isArray()
                ? excluded.valueStream().noneMatch(value -> value(value, actual))
                : !value(excluded, actual);
    }
}

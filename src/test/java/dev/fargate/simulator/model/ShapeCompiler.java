package dev.fargate.simulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Turns the {@code shapes} of a service-2.json into {@link Shape}s, each once. */
final class ShapeCompiler {
    private final JsonNode shapes;
    private final Map<String, Shape> compiled = new HashMap<>();

    ShapeCompiler(JsonNode shapes) {
        this.shapes = shapes;
    }

    Shape compile(String name) {
        Shape known = compiled.get(name);
        if (known != null) {
            return known;
        }
        JsonNode definition = shapes.path(name);
        return switch (definition.path("type").asText()) {
            case "structure" -> structure(name, definition);
            case "list" -> {
                Shape.Sequence list = new Shape.Sequence();
                compiled.put(name, list);
                list.element(compile(shapeOf(definition.path("member"))));
                yield list;
            }
            case "map" -> {
                Shape.Dictionary map = new Shape.Dictionary();
                compiled.put(name, map);
                map.value(compile(shapeOf(definition.path("value"))));
                yield map;
            }
            case "string", "character" -> remember(name, text(definition));
            case "boolean" -> remember(name, Shape.Scalar.BOOLEAN);
            case "integer" -> remember(name, Shape.Scalar.INTEGER);
            case "long" -> remember(name, Shape.Scalar.LONG);
            case "float", "double" -> remember(name, Shape.Scalar.DECIMAL);
            case "timestamp" -> remember(name, Shape.Scalar.TIMESTAMP);
            case "blob" -> remember(name, Shape.Scalar.BLOB);
            default -> throw new IllegalArgumentException("The model has no shape " + name + " of a known type.");
        };
    }

    private Shape structure(String name, JsonNode definition) {
        Shape.Structure structure = new Shape.Structure(definition.path("union").asBoolean());
        compiled.put(name, structure);
        definition.path("members").properties().forEach(member -> structure
                .members()
                .put(member.getKey(), compile(shapeOf(member.getValue()))));
        definition.path("required").forEach(member -> structure.required().add(member.asText()));
        return structure;
    }

    private Shape remember(String name, Shape shape) {
        compiled.put(name, shape);
        return shape;
    }

    private static Shape text(JsonNode definition) {
        if (!definition.has("enum")) {
            return Shape.Scalar.STRING;
        }
        Set<String> values = new HashSet<>();
        definition.path("enum").forEach(value -> values.add(value.asText()));
        return new Shape.Enumeration(Set.copyOf(values));
    }

    private static String shapeOf(JsonNode reference) {
        return reference.path("shape").asText();
    }
}

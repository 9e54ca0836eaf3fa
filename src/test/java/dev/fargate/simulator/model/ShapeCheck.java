package dev.fargate.simulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Walks a document beside its shape. Paths are built on the way back, so a clean document costs no text. */
final class ShapeCheck {
    private ShapeCheck() {}

    static List<Finding> check(Shape shape, JsonNode document) {
        Walk walk = new Walk();
        walk.node(shape, document);
        return walk.findings;
    }

    private static final class Walk {
        private final List<Object> path = new ArrayList<>();
        private List<Finding> findings = List.of();

        void node(Shape shape, JsonNode node) {
            switch (shape) {
                case Shape.Structure structure -> structure(structure, node);
                case Shape.Sequence list -> list(list, node);
                case Shape.Dictionary map -> map(map, node);
                case Shape.Enumeration enumeration -> enumeration(enumeration, node);
                case Shape.Scalar scalar -> {
                    if (!fits(scalar, node)) {
                        wrongType(scalar.name(), node);
                    }
                }
            }
        }

        private void structure(Shape.Structure structure, JsonNode node) {
            if (!node.isObject()) {
                wrongType("STRUCTURE", node);
                return;
            }
            int present = 0;
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                // AWS reads an explicit null as an absent member.
                if (member.getValue().isNull()) {
                    continue;
                }
                present++;
                path.add(member.getKey());
                Shape shape = structure.members().get(member.getKey());
                if (shape == null) {
                    found(Finding.Kind.UNKNOWN_MEMBER, () -> "no such member in the model");
                } else {
                    node(shape, member.getValue());
                }
                path.removeLast();
            }
            for (String required : structure.required()) {
                if (!node.hasNonNull(required)) {
                    path.add(required);
                    found(Finding.Kind.MISSING_MEMBER, () -> "Member must not be null");
                    path.removeLast();
                }
            }
            if (structure.union() && present != 1) {
                int members = present;
                found(Finding.Kind.WRONG_TYPE, () -> "a union has one member, not " + members);
            }
        }

        private void list(Shape.Sequence list, JsonNode node) {
            if (!node.isArray()) {
                wrongType("LIST", node);
                return;
            }
            for (int i = 0; i < node.size(); i++) {
                path.add(i);
                node(list.element(), node.get(i));
                path.removeLast();
            }
        }

        private void map(Shape.Dictionary map, JsonNode node) {
            if (!node.isObject()) {
                wrongType("MAP", node);
                return;
            }
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                path.add(entry.getKey());
                node(map.value(), entry.getValue());
                path.removeLast();
            }
        }

        private void enumeration(Shape.Enumeration enumeration, JsonNode node) {
            if (!node.isTextual()) {
                wrongType("STRING", node);
            } else if (!enumeration.values().contains(node.textValue())) {
                found(Finding.Kind.UNKNOWN_VALUE, () -> "'%s' is none of %s"
                        .formatted(
                                node.textValue(),
                                enumeration.values().stream().sorted().toList()));
            }
        }

        private void wrongType(String expected, JsonNode node) {
            found(Finding.Kind.WRONG_TYPE, () -> "%s can not be converted to %s"
                    .formatted(node.getNodeType(), expected));
        }

        private void found(Finding.Kind kind, Supplier<String> message) {
            if (findings.isEmpty()) {
                findings = new ArrayList<>();
            }
            findings.add(new Finding(kind, pathText(), message.get()));
        }

        private String pathText() {
            StringBuilder text = new StringBuilder();
            for (Object step : path) {
                switch (step) {
                    case Integer index -> text.append('[').append(index).append(']');
                    default -> text.append(text.isEmpty() ? "" : ".").append(step);
                }
            }
            return text.toString();
        }
    }

    private static boolean fits(Shape.Scalar scalar, JsonNode node) {
        return switch (scalar) {
            case STRING, BLOB -> node.isTextual();
            case BOOLEAN -> node.isBoolean();
            case INTEGER -> node.isIntegralNumber() && node.canConvertToInt();
            case LONG -> node.isIntegralNumber() && node.canConvertToLong();
            case DECIMAL, TIMESTAMP -> node.isNumber();
        };
    }
}

package dev.fargate.crds;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionSpec;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of every field: its type, whether it is required, what it means, and what is refused. */
final class Reference {
    private static final String HEAD = """
            # Fields of the resources

            Generated from package `dev.fargate.api`: `./mvnw -q test -Dtest=CrdsTest -Dregenerate=true`.

            In a path, `[]` stands for each item of a list. "Absent: default X" means that a manifest without the field is compared
            with X; "unmanaged" means that the operator then leaves alone whatever AWS holds. A manifest that breaks a rule is
            refused by the API server.
            """;

    private Reference() {}

    static String of(List<CustomResourceDefinition> crds) {
        return HEAD + crds.stream().map(Reference::kind).collect(Collectors.joining());
    }

    private static String kind(CustomResourceDefinition crd) {
        CustomResourceDefinitionSpec spec = crd.getSpec();
        JSONSchemaProps root = Schemas.root(crd);
        Map<String, JSONSchemaProps> fields = new LinkedHashMap<>();
        Schemas.walk("", root, fields::put);
        return """

                ## %s

                %s

                `%s/%s`, %s, short name `%s`%s
                """.formatted(
                                spec.getNames().getKind(),
                                root.getDescription(),
                                spec.getGroup(),
                                spec.getVersions().getFirst().getName(),
                                spec.getScope().equals("Cluster") ? "cluster-scoped" : "namespaced",
                                spec.getNames().getShortNames().getFirst(),
                                rules(root).map(rule -> "; " + rule).collect(Collectors.joining()))
                + table("spec", fields, root)
                + refused(fields)
                + table("status", fields, root);
    }

    private static String table(String part, Map<String, JSONSchemaProps> fields, JSONSchemaProps root) {
        return "\n### %s\n\n| field | type | meaning | rules |\n|---|---|---|---|\n".formatted(part)
                + fields.entrySet().stream()
                        .filter(field -> field.getKey().startsWith(part + "."))
                        .filter(field -> !RefusedFields.has(field.getKey()) && !isElement(field.getKey()))
                        .map(field -> row(field.getKey(), field.getValue(), root))
                        .collect(Collectors.joining());
    }

    private static String refused(Map<String, JSONSchemaProps> fields) {
        String rows = fields.entrySet().stream()
                .filter(field -> RefusedFields.has(field.getKey()))
                .map(field -> "| `%s` | %s |\n"
                        .formatted(
                                field.getKey(),
                                field.getValue().getDescription().substring("Refused: ".length())))
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : "\n### Refused\n\n| field of ECS | why, and what to do |\n|---|---|\n" + rows;
    }

    private static String row(String path, JSONSchemaProps field, JSONSchemaProps root) {
        return "| `%s`%s | %s | %s | %s |\n"
                .formatted(
                        path,
                        isRequired(path, root) ? " (required)" : "",
                        type(field),
                        escaped(field.getDescription()),
                        constraints(field));
    }

    private static boolean isRequired(String path, JSONSchemaProps root) {
        int dot = path.lastIndexOf('.');
        List<String> required = Schemas.at(root, path.substring(0, dot)).getRequired();
        return required != null && required.contains(path.substring(dot + 1));
    }

    private static String type(JSONSchemaProps field) {
        return switch (field.getType()) {
            case "array" -> "list of " + type(field.getItems().getSchema());
            case "object" -> field.getAdditionalProperties() == null ? "object" : "map of string";
            default -> field.getType();
        };
    }

    private static String constraints(JSONSchemaProps field) {
        return Stream.of(own(field), element(field), rules(field))
                .flatMap(part -> part)
                .map(Reference::escaped)
                .collect(Collectors.joining("; "));
    }

    private static Stream<String> own(JSONSchemaProps field) {
        return Stream.of(
                        enumeration(field),
                        range("", number(field.getMinimum()), number(field.getMaximum())),
                        range("length ", field.getMinLength(), field.getMaxLength()),
                        range("items ", field.getMinItems(), field.getMaxItems()),
                        range("entries ", field.getMinProperties(), field.getMaxProperties()),
                        field.getPattern() == null ? "" : "`" + field.getPattern() + "`",
                        field.getXKubernetesListMapKeys() == null
                                        || field.getXKubernetesListMapKeys().isEmpty()
                                ? ""
                                : "one per " + field.getXKubernetesListMapKeys().getFirst())
                .filter(text -> !text.isEmpty());
    }

    private static Stream<String> element(JSONSchemaProps field) {
        JSONSchemaProps element = field.getItems() != null
                ? field.getItems().getSchema()
                : field.getAdditionalProperties() != null
                        ? field.getAdditionalProperties().getSchema()
                        : null;
        return element == null || element.getType().equals("object")
                ? Stream.of()
                : own(element).map(text -> "each " + text);
    }

    private static Stream<String> rules(JSONSchemaProps field) {
        List<ValidationRule> all = field.getXKubernetesValidations();
        return all == null ? Stream.of() : all.stream().map(ValidationRule::getMessage);
    }

    private static String enumeration(JSONSchemaProps field) {
        return field.getEnum() == null || field.getEnum().isEmpty()
                ? ""
                : field.getEnum().stream()
                        .map(value -> value.asText())
                        .collect(Collectors.joining(", ", "one of ", ""));
    }

    private static String range(String what, Long from, Long to) {
        if (from == null && to == null) {
            return "";
        }
        return what + (to == null ? "from " + from : from == null ? "up to " + to : from + " to " + to);
    }

    private static Long number(Double value) {
        return value == null ? null : value.longValue();
    }

    private static boolean isElement(String path) {
        return path.endsWith("[]") || path.endsWith("{}");
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }
}

package dev.fargate.crds;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Ways through a schema: by path ({@code spec.task.containers[].name}), or over all of it. */
final class Schemas {
    private Schemas() {}

    static JSONSchemaProps root(CustomResourceDefinition crd) {
        return crd.getSpec().getVersions().getFirst().getSchema().getOpenAPIV3Schema();
    }

    /** The schema at a path, in which {@code []} stands for the items of a list. */
    static JSONSchemaProps at(JSONSchemaProps root, String path) {
        JSONSchemaProps schema = root;
        Iterator<String> steps = Arrays.stream(path.split("\\.")).iterator();
        while (schema != null && steps.hasNext()) {
            String step = steps.next();
            boolean items = step.endsWith("[]");
            schema = properties(schema).get(items ? step.substring(0, step.length() - 2) : step);
            schema = items && schema != null ? schema.getItems().getSchema() : schema;
        }
        return schema;
    }

    /** Adds a property; one that the records already declare is a mistake in the table that adds it. */
    static void add(JSONSchemaProps parent, String name, JSONSchemaProps schema) {
        Map<String, JSONSchemaProps> properties = new TreeMap<>(properties(parent));
        if (properties.put(name, schema) != null) {
            throw new IllegalArgumentException("declared already: " + name);
        }
        parent.setProperties(properties);
    }

    /** Every field with its path, parents first; items of a list come as {@code path[]}, values of a map as {@code path{}}. */
    static void walk(String path, JSONSchemaProps schema, BiConsumer<String, JSONSchemaProps> visitor) {
        properties(schema).forEach((name, field) -> {
            String at = path.isEmpty() ? name : path + "." + name;
            visitor.accept(at, field);
            walk(at, field, visitor);
        });
        if (schema.getItems() != null) {
            visitor.accept(path + "[]", schema.getItems().getSchema());
            walk(path + "[]", schema.getItems().getSchema(), visitor);
        }
        if (schema.getAdditionalProperties() != null) {
            visitor.accept(path + "{}", schema.getAdditionalProperties().getSchema());
            walk(path + "{}", schema.getAdditionalProperties().getSchema(), visitor);
        }
    }

    /** What is below it by the next step of a path: a name, {@code []} or {@code {}}. */
    static Map<String, JSONSchemaProps> children(JSONSchemaProps schema) {
        Map<String, JSONSchemaProps> children = new TreeMap<>(properties(schema));
        if (schema.getItems() != null) {
            children.put("[]", schema.getItems().getSchema());
        }
        if (schema.getAdditionalProperties() != null
                && schema.getAdditionalProperties().getSchema() != null) {
            children.put("{}", schema.getAdditionalProperties().getSchema());
        }
        return children;
    }

    static List<String> required(JSONSchemaProps schema) {
        return schema.getRequired() == null ? List.of() : schema.getRequired();
    }

    private static Map<String, JSONSchemaProps> properties(JSONSchemaProps schema) {
        return schema.getProperties() == null ? Map.of() : schema.getProperties();
    }
}

package dev.fargate.crds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes definitions as a person would: few quotes, a rule of several lines as several lines, whole numbers whole. */
final class Yaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private Yaml() {}

    static String of(CustomResourceDefinition crd) {
        return "# Generated from package dev.fargate.api: ./mvnw -q test -Dtest=CrdsTest -Dregenerate=true\n"
                + written(wholeNumbers(Serialization.jsonMapper().valueToTree(crd)));
    }

    /** What a program reads of it: no descriptions, rules or columns. */
    static String withoutTexts(CustomResourceDefinition crd) {
        return written(withoutTexts(wholeNumbers(Serialization.jsonMapper().valueToTree(crd))));
    }

    private static String written(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field may be called description: such a one is no text. */
    private static JsonNode withoutTexts(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("x-kubernetes-validations", "additionalPrinterColumns"));
            if (object.path("description").isTextual()) {
                object.remove("description");
            }
        }
        node.forEach(Yaml::withoutTexts);
        return node;
    }

    private static JsonNode wholeNumbers(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(field -> field.setValue(wholeNumbers(field.getValue())));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, wholeNumbers(array.get(i)));
                }
            }
            default -> {
                return node.isDouble() ? LongNode.valueOf(node.longValue()) : node;
            }
        }
        return node;
    }
}

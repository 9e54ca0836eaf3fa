package dev.fargate.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of the chart. */
final class Chart {
    static final Path DIRECTORY = Path.of("helm", "fargate-operator");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Chart() {}

    static Path file(String name) {
        return DIRECTORY.resolve(name);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values that it has unless told otherwise. */
    static JsonNode values() {
        return documents(text(file("values.yaml"))).getFirst();
    }

    /** JSON is YAML, too. */
    static JsonNode schema() {
        return documents(text(file("values.schema.json"))).getFirst();
    }

    /** The documents of a YAML text that are not empty. */
    static List<JsonNode> documents(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll().stream()
                    .filter(document -> document.isObject() && !document.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(yaml, e);
        }
    }
}

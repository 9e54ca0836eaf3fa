package dev.fargate.argocd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A resource as it was in a real run, and the health that Argo CD must tell of it. The file's name is {@code KIND/HEALTH-REASON.yaml};
 * {@code HealthIT} writes them.
 */
record Seen(String kind, String health, String reason) {
    private static final Path DIRECTORY = Path.of("src", "test", "resources", "argocd");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    static List<Seen> all() {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            return files.filter(Files::isRegularFile).sorted().map(Seen::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Seen of(Path file) {
        String[] name = file.getFileName().toString().replace(".yaml", "").split("-", 2);
        return new Seen(file.getParent().getFileName().toString(), name[0], name[1]);
    }

    JsonNode resource() {
        try {
            return YAML.readTree(Files.readString(file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(JsonNode resource) {
        try {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), YAML.writeValueAsString(resource));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return DIRECTORY.resolve(kind).resolve(health + "-" + reason + ".yaml");
    }

    @Override
    public String toString() {
        return "%s that is %s is %s".formatted(kind, reason, health);
    }
}

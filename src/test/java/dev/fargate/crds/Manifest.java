package dev.fargate.crds;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of {@code src/test/resources/manifests}: one resource; or two, of which the second is an update of the first.
 *
 * @param refusals what the API server says when it refuses the file; each in a line at the top: {@code # refused: FIELD: WORDS}
 */
record Manifest(Path file, List<Refusal> refusals, List<GenericKubernetesResource> documents) {
    private static final Path CORPUS = Path.of("src", "test", "resources", "manifests");
    private static final String REFUSED = "# refused: ";

    static Stream<Manifest> corpus() {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(Files::isRegularFile).sorted().map(file -> parse(file, read(file))).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Manifest parse(Path file, String text) {
        return new Manifest(
                file,
                text.lines()
                        .filter(line -> line.startsWith(REFUSED))
                        .map(line -> Refusal.parse(line.substring(REFUSED.length())))
                        .toList(),
                Arrays.stream(text.split("(?m)^---$"))
                        .map(document -> Serialization.unmarshal(document, GenericKubernetesResource.class))
                        .toList());
    }

    /** A field, as the API server writes it, and words of the reason. */
    record Refusal(String field, String words) {

        static Refusal parse(String text) {
            int colon = text.indexOf(": ");
            return new Refusal(text.substring(0, colon), text.substring(colon + 2));
        }
    }

    boolean isValid() {
        return name().startsWith("valid-");
    }

    GenericKubernetesResource first() {
        return documents.getFirst();
    }

    boolean isUpdate() {
        return documents.size() == 2;
    }

    String name() {
        return file.getFileName().toString();
    }

    /** What a test report shows. */
    @Override
    public String toString() {
        return file.getParent().getFileName() + "/" + name();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

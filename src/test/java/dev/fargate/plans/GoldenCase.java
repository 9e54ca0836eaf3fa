package dev.fargate.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.cost.PriceTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One directory of {@code in-…} files, which a test reads, and {@code out-…} files, which must be what came of them. An input that a
 * case lacks is taken from the directory above. A file that no test read or wrote fails.
 */
public final class GoldenCase {
    private static final Path ROOT = Path.of("src/test/resources/plans");
    private static final Set<Path> SHARED = new HashSet<>();

    private final Path directory;
    private final Set<String> read = new HashSet<>();
    private final Map<String, String> written = new TreeMap<>();

    private GoldenCase(Path directory) {
        this.directory = directory;
    }

    /** The cases of one kind, by name. */
    public static Stream<GoldenCase> of(String kind) {
        return list(ROOT.resolve(kind)).stream().filter(Files::isDirectory).map(GoldenCase::new);
    }

    /** Input files beside the cases of a kind that no case has read so far. */
    public static List<Path> unread(String kind) {
        return list(ROOT.resolve(kind)).stream()
                .filter(Files::isRegularFile)
                .filter(file -> !SHARED.contains(file))
                .toList();
    }

    public <T> T read(String name, Class<T> type) {
        return readIfThere(name, type)
                .orElseThrow(() -> new IllegalStateException("no " + name + " in " + directory + " or above"));
    }

    public <T> Optional<T> readIfThere(String name, Class<T> type) {
        Path own = directory.resolve(name);
        Path shared = directory.resolveSibling(name);
        if (Files.exists(own)) {
            read.add(name);
            return Optional.of(Texts.read(own, type));
        }
        if (Files.exists(shared)) {
            SHARED.add(shared);
            return Optional.of(Texts.read(shared, type));
        }
        return Optional.empty();
    }

    /** Prices where the case is about them; else a table without a region. */
    public PriceTable prices() {
        return readIfThere("in-prices.yaml", PriceTable.class)
                .orElseGet(() -> new PriceTable(LocalDate.EPOCH, "USD", Map.of(), Map.of()));
    }

    public void write(String name, String text) {
        written.put(name, text.endsWith("\n") ? text : text + "\n");
    }

    /** Compares what was written with what stands there; with {@code -Dregenerate=true} it is put there first. */
    public void check() {
        if (Boolean.getBoolean("regenerate")) {
            regenerate();
        }
        written.forEach((name, text) -> assertThat(directory.resolve(name))
                .as("%s; if the new text is right: ./mvnw -q test -Dtest=*PlansTest -Dregenerate=true", name)
                .exists()
                .content()
                .isEqualTo(text));
        Set<String> used = new HashSet<>(read);
        used.addAll(written.keySet());
        assertThat(list(directory).stream().map(file -> file.getFileName().toString()))
                .as("files of %s that nothing reads or writes", directory)
                .allSatisfy(name -> assertThat(used).contains(name));
    }

    private void regenerate() {
        try {
            for (Path file : list(directory)) {
                if (file.getFileName().toString().startsWith("out-")) {
                    Files.delete(file);
                }
            }
            for (Map.Entry<String, String> file : written.entrySet()) {
                Files.writeString(directory.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
    }
}

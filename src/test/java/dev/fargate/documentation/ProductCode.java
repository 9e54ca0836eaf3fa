package dev.fargate.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of the product's sources. */
final class ProductCode {
    private static final Path ROOT = Path.of("src/main/java/dev/fargate");

    private ProductCode() {}

    /** The first group of each match, in the files of some packages, sub-packages included. */
    static Set<String> all(Pattern pattern, String... packages) {
        return Stream.of(packages)
                .flatMap(name -> sources(ROOT.resolve(name)).stream())
                .flatMap(file -> pattern.matcher(text(file)).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

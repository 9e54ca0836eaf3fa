package dev.fargate.roundtrip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line of a table: where the value of a field arrives.
 *
 * @param field its path in the manifest
 * @param manifest the file that gives it a value; {@code shown-by} if another test shows what it does
 * @param operation of which AWS service, {@code ecs:CreateService}; or that test, {@code Class.method}
 * @param path in the request
 * @param words what a value of the manifest reads like in the request, where it reads otherwise
 */
record Trip(String field, String manifest, String operation, String path, Map<String, String> words) {
    static final Path DIRECTORY = Path.of("src", "test", "resources", "roundtrip");
    private static final String SHOWN_BY = "shown-by";

    /** The table of a kind. */
    static List<Trip> of(String kind) {
        return read(kind + ".txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> parse(line.split("\\s+")))
                .toList();
    }

    static String read(String file) {
        try {
            return Files.readString(DIRECTORY.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isShownElsewhere() {
        return manifest.equals(SHOWN_BY);
    }

    /** A value of the manifest as the request has it. */
    String inRequest(String value) {
        return words.getOrDefault(value, value);
    }

    private static Trip parse(String[] columns) {
        return new Trip(
                columns[0],
                columns[1],
                columns[2],
                columns.length > 3 ? columns[3] : "",
                Arrays.stream(columns)
                        .skip(4)
                        .map(word -> word.split("=", 2))
                        .collect(Collectors.toMap(word -> word[0], word -> word[1])));
    }
}

package dev.fargate.roundtrip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final String SAME_AS = "same-as";
    private static final Pattern SHARED = Pattern.compile("(?m)^  (\\w+): same as (\\S+)$");

    /**
     * The table of a kind. A line {@code spec.task same-as FargateService MANIFEST} stands for all lines below that field in another
     * kind's table: the type is the same, and MANIFEST gives the values here.
     */
    static List<Trip> of(String kind) {
        return read(kind + ".txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .flatMap(columns -> columns[1].equals(SAME_AS)
                        ? shared(columns[0], columns[2], columns[3])
                        : Stream.of(parse(columns)))
                .toList();
    }

    private static Stream<Trip> shared(String field, String kind, String manifest) {
        return of(kind).stream()
                .filter(trip ->
                        trip.field().startsWith(field + ".") && !trip.manifest().equals("edited"))
                .map(trip -> trip.isShownElsewhere()
                        ? trip
                        : new Trip(trip.field(), manifest, trip.operation(), trip.path(), trip.words()));
    }

    /** A manifest; a line {@code task: same as FILE} in its spec stands for what FILE has there. */
    static String manifest(String name) {
        String text = read(name + ".yaml");
        Matcher shared = SHARED.matcher(text);
        return shared.find() ? text.replace(shared.group(), member(read(shared.group(2)), shared.group(1))) : text;
    }

    private static String member(String manifest, String field) {
        return manifest.substring(manifest.indexOf("  " + field + ":\n"))
                .lines()
                .takeWhile(line -> line.equals("  " + field + ":") || line.startsWith("   "))
                .collect(Collectors.joining("\n"));
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

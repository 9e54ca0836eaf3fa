package dev.fargate.image;

import dev.fargate.testing.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The libraries of a system that programs are linked with, found as its loader would, also where that cannot run. */
final class SharedLibraries {
    private static final Pattern NEEDED = Pattern.compile("\\(NEEDED\\).*\\[(.+)]");
    private static final Pattern LOADER = Pattern.compile("program interpreter: (/.+)]");

    private final Machine machine;
    private final Map<Path, Path> found = new TreeMap<>();
    private final Set<String> known = new HashSet<>();
    private final Deque<Path> unread = new ArrayDeque<>();

    private SharedLibraries(Machine machine) {
        this.machine = machine;
    }

    /**
     * What the programs and libraries of a directory need that is not among them: the place in the image, and the file.
     *
     * @param program one that names the loader
     */
    static Map<Path, Path> neededBy(List<Path> files, Path program, Machine machine) {
        SharedLibraries libraries = new SharedLibraries(machine);
        files.forEach(file -> libraries.known.add(file.getFileName().toString()));
        libraries.unread.addAll(files);
        libraries.addLoader(program);
        while (!libraries.unread.isEmpty()) {
            libraries.read(libraries.unread.pop());
        }
        return libraries.found;
    }

    private void addLoader(Path program) {
        Path loader = Path.of(matches(LOADER, "--program-headers", program).getFirst());
        add(loader, Stream.of(loader, Path.of("/usr" + loader)));
    }

    private void read(Path file) {
        for (String name : matches(NEEDED, "--dynamic", file)) {
            if (!known.contains(name)) {
                List<Path> places = new ArrayList<>();
                for (String directory : List.of("/lib/" + machine.triplet(), "/lib64", "/lib")) {
                    places.add(Path.of(directory, name));
                    places.add(Path.of("/usr" + directory, name));
                }
                Path place = places.stream()
                        .filter(candidate -> Files.exists(in(candidate)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "%s needs %s, which is not in %s".formatted(file, name, machine.root())));
                add(place, Stream.of(place));
            }
        }
    }

    private void add(Path place, Stream<Path> files) {
        Path file = files.map(this::in)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(place + " is not in " + machine.root()));
        known.add(place.getFileName().toString());
        found.put(place, file);
        unread.add(file);
    }

    private Path in(Path place) {
        return machine.root().resolve(Path.of("/").relativize(place));
    }

    private static List<String> matches(Pattern pattern, String what, Path file) {
        return pattern.matcher(Program.run(new ProcessBuilder("readelf", "--wide", what, file.toString())))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}

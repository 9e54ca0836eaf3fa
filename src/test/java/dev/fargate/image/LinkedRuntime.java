package dev.fargate.image;

import dev.fargate.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java runtime with the modules that the operator needs, and the libraries of the system that it is linked with. */
record LinkedRuntime(Path home) {
    /**
     * What jdeps finds, without those that libraries use only if they are there: java.desktop is for beans of Jackson and SnakeYAML,
     * java.sql for dates of Jackson.
     */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.security.jgss",
            "java.xml",
            "jdk.httpserver",
            "jdk.management",
            "jdk.unsupported");

    private static final Pattern LIBRARY = Pattern.compile("(/\\S+\\.so\\S*) \\(0x");

    /**
     * Made by the JDK that runs this, for this system and processor. In a process of its own: some of the classes that jlink generates
     * depend on what its JVM has done before.
     */
    static LinkedRuntime make(Path home) throws IOException {
        delete(home);
        Program.run(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                home.toString()));
        return new LinkedRuntime(home);
    }

    /** The C library and its loader, as ldd finds them for all that the runtime has. */
    Set<Path> systemLibraries() throws IOException {
        List<String> linked;
        try (Stream<Path> files = Files.walk(home)) {
            linked = files.filter(file -> file.toString().endsWith(".so") || file.endsWith("bin/java"))
                    .map(Path::toString)
                    .toList();
        }
        String found = Program.run(new ProcessBuilder(
                Stream.concat(Stream.of("ldd"), linked.stream()).toList()));
        Set<Path> libraries = new TreeSet<>();
        LIBRARY.matcher(found)
                .results()
                .map(library -> Path.of(library.group(1)).normalize())
                .filter(library -> !library.startsWith(home.toAbsolutePath()))
                .forEach(libraries::add);
        return libraries;
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package dev.fargate.image;

import dev.fargate.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Java runtime with the modules that the operator needs, and the libraries of the system that it is linked with. */
record LinkedRuntime(Path home, Machine machine) {
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

    /** Without what only a debugger reads. jlink strips native code by a program that knows the code of this machine only. */
    private static final List<String> STRIPPED = List.of("--strip-debug");

    private static final List<String> STRIPPED_ELSEWHERE =
            List.of("--strip-java-debug-attributes", "--exclude-files=**.debuginfo,**.diz");

    /**
     * Made by the JDK that runs this, in a process of its own: some of the classes that jlink generates depend on what its JVM has done
     * before.
     */
    static LinkedRuntime make(Path home, Machine machine) throws IOException {
        delete(home);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--no-header-files",
                "--no-man-pages",
                "--output",
                home.toString()));
        machine.jmods().ifPresent(jmods -> command.addAll(List.of("--module-path", jmods.toString())));
        command.addAll(machine.jmods().isPresent() ? STRIPPED_ELSEWHERE : STRIPPED);
        Program.run(new ProcessBuilder(command));
        return new LinkedRuntime(home, machine);
    }

    /** The C library and its loader: the place in the image, and the file. */
    Map<Path, Path> systemLibraries() throws IOException {
        Path java = home.resolve("bin").resolve("java");
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> linked = files.filter(file -> file.toString().endsWith(".so") || file.equals(java))
                    .toList();
            return SharedLibraries.neededBy(linked, java, machine);
        }
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

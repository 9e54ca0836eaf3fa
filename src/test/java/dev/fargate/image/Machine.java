package dev.fargate.image;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What an image is for, and where its parts come from.
 *
 * @param architecture as Go and OCI name it
 * @param jmods modules of a JDK for it; absent: the JDK that runs this is one
 * @param root its system's root directory, for the C library
 */
record Machine(String architecture, Optional<Path> jmods, Path root) {
    private static final Map<String, String> TRIPLETS =
            Map.of("amd64", "x86_64-linux-gnu", "arm64", "aarch64-linux-gnu");

    /** This one. */
    static Machine own() {
        return new Machine(
                System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64", Optional.empty(), Path.of("/"));
    }

    /** The other of both, if the directories for it are given: {@code -Dimage.other.jmods} and {@code -Dimage.other.root}. */
    static Optional<Machine> other() {
        Optional<String> jmods = given("image.other.jmods");
        Optional<String> root = given("image.other.root");
        if (jmods.isPresent() != root.isPresent()) {
            throw new IllegalArgumentException(
                    "-Dimage.other.jmods and -Dimage.other.root go together: modules of a JDK of the other processor, and"
                            + " the root directory of a system of it");
        }
        return jmods.map(modules -> new Machine(
                own().architecture().equals("amd64") ? "arm64" : "amd64",
                Optional.of(Path.of(modules)),
                Path.of(root.orElseThrow())));
    }

    private static Optional<String> given(String property) {
        return Optional.ofNullable(System.getProperty(property)).filter(value -> !value.isBlank());
    }

    /** Debian's name of it, under which it keeps libraries. */
    String triplet() {
        return TRIPLETS.get(architecture);
    }
}

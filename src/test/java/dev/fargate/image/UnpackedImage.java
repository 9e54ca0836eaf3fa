package dev.fargate.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.testing.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An OCI image as a container's root directory, and how a container engine would run it. */
record UnpackedImage(Path root, JsonNode config, List<String> layers) {
    /** Where a training run writes. */
    static final String TRAINING = "aot";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Unpacks the layers over each other. */
    static UnpackedImage of(Path tar) throws IOException {
        Path layout = layout(tar);
        Path root = tar.resolveSibling("root");
        LinkedRuntime.delete(root);
        JsonNode manifest = manifest(layout);
        List<String> layers = layers(manifest);
        for (String layer : layers) {
            extract(file(layout, layer), root);
        }
        for (String mounted : List.of("proc", "dev", TRAINING)) {
            Files.createDirectories(root.resolve(mounted));
        }
        return new UnpackedImage(root.toAbsolutePath(), blob(layout, manifest.at("/config/digest")), layers);
    }

    /**
     * Its entry point with these arguments, as root of this machine would confine it: a file system that cannot be written, the image's
     * user, no way to more rights, and no variables but its own and those given.
     *
     * @param writable directories of this machine, mounted where they can be written, by their place in the image
     */
    List<String> command(Map<String, String> variables, Map<String, Path> writable, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--propagation=private", "bash", "-euc"));
        command.add(
                """
                root='%s'
                mount --bind "$root" "$root"
                mount --bind /proc "$root/proc"
                mount --bind /dev "$root/dev"
                %s
                mount -o remount,bind,ro "$root"
                exec setpriv --no-new-privs chroot --userspec=%s --groups=65532 "$root" "$@"
                """.formatted(root, mounts(writable), config.at("/config/User").asText()));
        command.add("container");
        config.at("/config/Entrypoint").forEach(word -> command.add(word.asText()));
        command.addAll(arguments);
        List<String> alone = new ArrayList<>(List.of("env", "--ignore-environment", "PATH=" + System.getenv("PATH")));
        config.at("/config/Env").forEach(variable -> alone.add(variable.asText()));
        variables.forEach((name, value) -> alone.add(name + "=" + value));
        alone.addAll(command);
        return alone;
    }

    private String mounts(Map<String, Path> writable) {
        return writable.entrySet().stream()
                .map(mount -> "mount --bind '%s' \"$root/%s\""
                        .formatted(mount.getValue().toAbsolutePath(), mount.getKey()))
                .collect(Collectors.joining("\n"));
    }

    /** Puts what a kubelet mounts. */
    void put(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a directory, by their names below it. */
    List<String> files(String directory) throws IOException {
        Path start = root.resolve(directory);
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> start.relativize(file).toString())
                    .toList();
        }
    }

    /** The digests of an image's layers. */
    static List<String> layersOf(Path tar) throws IOException {
        return layers(manifest(layout(tar)));
    }

    private static Path layout(Path tar) throws IOException {
        Path layout = tar.resolveSibling("layout");
        LinkedRuntime.delete(layout);
        extract(tar, layout);
        return layout;
    }

    private static JsonNode manifest(Path layout) throws IOException {
        JsonNode index = JSON.readTree(layout.resolve("index.json").toFile());
        return blob(layout, index.at("/manifests/0/digest"));
    }

    private static List<String> layers(JsonNode manifest) {
        return manifest.path("layers")
                .valueStream()
                .map(layer -> layer.path("digest").asText())
                .toList();
    }

    private static void extract(Path tar, Path target) throws IOException {
        Files.createDirectories(target);
        Program.run(new ProcessBuilder("tar", "-xf", tar.toString(), "-C", target.toString()));
    }

    private static JsonNode blob(Path layout, JsonNode digest) throws IOException {
        return JSON.readTree(file(layout, digest.asText()).toFile());
    }

    private static Path file(Path layout, String digest) {
        return layout.resolve("blobs").resolve(digest.replace(':', '/'));
    }
}

package dev.fargate.image;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** Unpacks the layers over each other. */
    static UnpackedImage of(Path tar) throws IOException {
        OciLayout layout = OciLayout.unpacked(tar);
        Path root = tar.resolveSibling("root");
        LinkedRuntime.delete(root);
        for (String layer : layout.layers()) {
            OciLayout.extract(layout.file(layer), root);
        }
        for (String mounted : List.of("proc", "dev", "sys/fs/cgroup", TRAINING)) {
            Files.createDirectories(root.resolve(mounted));
        }
        return new UnpackedImage(root.toAbsolutePath(), layout.config(), layout.layers());
    }

    /**
     * Its entry point with these arguments, as root of this machine would confine it: a file system that cannot be written, the image's
     * user, no way to more rights, and no variables but its own and those given.
     *
     * @param limits where the kernel counts what it uses
     * @param writable directories of this machine, mounted where they can be written, by their place in the image
     */
    List<String> command(
            Limits limits, Map<String, String> variables, Map<String, Path> writable, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--propagation=private", "bash", "-euc"));
        command.add("""
                %s
                root='%s'
                mount --bind "$root" "$root"
                mount --bind /proc "$root/proc"
                mount --bind /dev "$root/dev"
                mount --rbind /sys/fs/cgroup "$root/sys/fs/cgroup"
                %s
                mount -o remount,bind,ro "$root"
                exec setpriv --no-new-privs chroot --userspec=%s --groups=65532 "$root" "$@"
                """.formatted(
                        limits.entry(),
                        root,
                        mounts(writable),
                        config.at("/config/User").asText()));
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
}

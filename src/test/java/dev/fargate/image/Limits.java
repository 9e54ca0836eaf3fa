package dev.fargate.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a container may use, kept by the kernel: control groups of version 1, or of version 2 where this machine's root group hands both
 * controllers on.
 */
record Limits(List<Path> groups) implements AutoCloseable {
    /** The smallest size of EKS Fargate: a quarter of a CPU, and 256 MiB beside what EKS takes. */
    static final int MIB = 256;

    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final long BYTES = MIB * 1024L * 1024L;
    private static final int PERIOD_MICROS = 100_000;
    private static final int QUOTA_MICROS = PERIOD_MICROS / 4;

    /** None. */
    static Limits none() {
        return new Limits(List.of());
    }

    /** A quarter of a CPU and 256 MiB; empty where this machine lets nobody make control groups. */
    static Optional<Limits> smallest() {
        String name = "fargate-operator-" + ProcessHandle.current().pid();
        try {
            return Optional.of(Files.exists(ROOT.resolve("cgroup.controllers")) ? second(name) : first(name));
        } catch (IOException notAllowed) {
            return Optional.empty();
        }
    }

    private static Limits first(String name) throws IOException {
        Path memory = Files.createDirectory(ROOT.resolve("memory").resolve(name));
        Path cpu = Files.createDirectory(ROOT.resolve("cpu").resolve(name));
        write(memory, "memory.limit_in_bytes", BYTES);
        write(cpu, "cpu.cfs_period_us", PERIOD_MICROS);
        write(cpu, "cpu.cfs_quota_us", QUOTA_MICROS);
        return new Limits(List.of(memory, cpu));
    }

    private static Limits second(String name) throws IOException {
        Path group = Files.createDirectory(ROOT.resolve(name));
        write(group, "memory.max", BYTES);
        Files.writeString(group.resolve("cpu.max"), QUOTA_MICROS + " " + PERIOD_MICROS);
        return new Limits(List.of(group));
    }

    private static void write(Path group, String file, long value) throws IOException {
        Files.writeString(group.resolve(file), String.valueOf(value));
    }

    /** For a shell: puts itself, and so what it runs, below the limits. */
    String entry() {
        return groups.stream()
                .map(group -> "echo $$ > '%s/cgroup.procs'".formatted(group))
                .collect(Collectors.joining("\n"));
    }

    /** Needs that all in it have ended. */
    @Override
    public void close() {
        for (Path group : groups) {
            try {
                Files.delete(group);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

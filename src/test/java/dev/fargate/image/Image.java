package dev.fargate.image;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The container image, from nothing but this build: a Java runtime, the system's C library, the operator. No container engine and no base
 * image is needed, there is no shell in it, and two builds on one system have the same layers.
 */
final class Image {
    /** Nobody, as in distroless images. */
    static final String USER = "65532:65532";

    private static final AbsoluteUnixPath APP = AbsoluteUnixPath.get("/app");
    private static final AbsoluteUnixPath JAVA = AbsoluteUnixPath.get("/opt/java");
    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");

    /** Where it is made, what for, and what it is made of. */
    record Parts(Path target, Machine machine, Optional<Path> aotCache) {
        Path jar() {
            return target.resolve("fargate-operator.jar");
        }

        Path home() {
            return target.resolve("image");
        }

        /** The image: of this machine by its plain name. */
        Path tar() {
            String name = machine.equals(Machine.own()) ? "" : "-" + machine.architecture();
            return home().resolve("fargate-operator" + name + ".tar");
        }
    }

    private Image() {}

    /** Writes an OCI layout. */
    static Path make(Parts parts, String version) throws Exception {
        Files.createDirectories(parts.home());
        Path tar = parts.tar();
        LinkedRuntime runtime = LinkedRuntime.make(
                parts.home()
                        .resolve("runtime-" + parts.machine().architecture())
                        .toAbsolutePath(),
                parts.machine());
        JibContainerBuilder image = Jib.fromScratch()
                .setFormat(ImageFormat.OCI)
                .setPlatforms(Set.of(new Platform(parts.machine().architecture(), "linux")))
                .setCreationTime(Instant.EPOCH)
                .setUser(USER)
                .setWorkingDirectory(APP)
                // Two arenas of malloc: each thread of its own would keep what it once took.
                .setEnvironment(Map.of("MALLOC_ARENA_MAX", "2"))
                .setEntrypoint(entrypoint(parts))
                .setProgramArguments("run")
                .addExposedPort(Port.tcp(8080))
                .setLabels(labels(version))
                .addFileEntriesLayer(systemLayer(runtime))
                .addFileEntriesLayer(directoryLayer("java", runtime.home(), JAVA))
                .addFileEntriesLayer(directoryLayer("libraries", parts.target().resolve("lib"), APP.resolve("lib")))
                .addFileEntriesLayer(operatorLayer(parts));
        parts.aotCache()
                .ifPresent(cache -> image.addFileEntriesLayer(FileEntriesLayer.builder()
                        .setName("aot")
                        .addEntry(cache, APP.resolve("operator.aot"))
                        .build()));
        var executor = Executors.newFixedThreadPool(2);
        try {
            image.containerize(Containerizer.to(TarImage.at(tar).named("fargate-operator:" + version))
                    .setOfflineMode(true)
                    .setExecutorService(executor)
                    .setBaseImageLayersCache(parts.home().resolve("cache"))
                    .setApplicationLayersCache(parts.home().resolve("cache")));
        } finally {
            executor.shutdown();
        }
        return tar;
    }

    private static List<String> entrypoint(Parts parts) {
        Stream<String> cache = parts.aotCache().stream().map(_ -> "-XX:AOTCache=/app/operator.aot");
        return Stream.of(
                        Stream.of(JAVA.resolve("bin/java").toString(), "@/app/jvm.options"),
                        cache,
                        Stream.of("-jar", "/app/fargate-operator.jar"))
                .flatMap(part -> part)
                .toList();
    }

    private static Map<String, String> labels(String version) {
        return Map.of(
                "org.opencontainers.image.title", "fargate-operator",
                "org.opencontainers.image.description", "Runs AWS Fargate workloads from Kubernetes custom resources.",
                "org.opencontainers.image.version", version,
                "org.opencontainers.image.licenses", "Apache-2.0");
    }

    private static FileEntriesLayer systemLayer(LinkedRuntime runtime) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("system");
        for (Map.Entry<Path, Path> library : runtime.systemLibraries().entrySet()) {
            layer.addEntry(
                    library.getValue().toRealPath(),
                    AbsoluteUnixPath.get(library.getKey().toString()),
                    PROGRAM);
        }
        Path licence = runtime.machine().root().resolve("usr/share/doc/libc6/copyright");
        if (Files.exists(licence)) {
            layer.addEntry(licence, APP.resolve("licenses/libc6"));
        }
        return layer.build();
    }

    private static FileEntriesLayer directoryLayer(String name, Path directory, AbsoluteUnixPath place)
            throws IOException {
        return FileEntriesLayer.builder()
                .setName(name)
                .addEntryRecursive(
                        directory,
                        place,
                        (file, _) -> Files.isDirectory(file) || Files.isExecutable(file)
                                ? PROGRAM
                                : FilePermissions.DEFAULT_FILE_PERMISSIONS)
                .build();
    }

    private static FileEntriesLayer operatorLayer(Parts parts) {
        return FileEntriesLayer.builder()
                .setName("operator")
                .addEntry(parts.jar(), APP.resolve("fargate-operator.jar"))
                .addEntry(Path.of("operator", "jvm.options"), APP.resolve("jvm.options"))
                .addEntry(Path.of("LICENSE"), APP.resolve("licenses/fargate-operator"))
                .addEntry(parts.target().resolve("bom.json"), APP.resolve("bom.json"))
                .build();
    }
}

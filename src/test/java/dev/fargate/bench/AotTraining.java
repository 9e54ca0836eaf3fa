package dev.fargate.bench;

import dev.fargate.testing.Manifests;
import dev.fargate.testing.OperatorUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Makes the JVM's cache of loaded classes, which the image has, by a run in which a service is made, changed and deleted. */
final class AotTraining {
    private static final Path JAR = Path.of("target", "fargate-operator.jar");

    private AotTraining() {}

    /** Does nothing if there is a cache that is newer than the operator. */
    static void ifNeeded(Path cache) throws IOException {
        if (Files.exists(cache) && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(JAR)) > 0) {
            return;
        }
        Progress.say("Training the AOT cache ...");
        Files.deleteIfExists(cache);
        Setup setup = new Setup(3, 0, 0, 0, false, Duration.ofSeconds(1), false);
        try (Ground ground = Ground.prepare(setup);
                Fleet fleet = new Fleet(ground.kubernetes(), setup.workloads());
                OperatorUnderTest operator = ground.operator(List.of("-XX:AOTCacheOutput=" + cache))) {
            ground.apply(Manifests.environment(Fleet.ENVIRONMENT));
            fleet.create("nginx:1");
            Progress.await("services to be Ready", setup, fleet::allReady);
            fleet.changeImages("nginx:2");
            Progress.await("services to be Ready again", setup, fleet::allReady);
            fleet.delete();
            Progress.await(
                    "services to be deleted", setup, () -> ground.calls().of("DeleteService") == setup.workloads());
            operator.metrics();
            operator.stop();
        }
    }
}

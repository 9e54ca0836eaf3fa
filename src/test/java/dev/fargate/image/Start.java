package dev.fargate.image;

import dev.fargate.bench.ProcessUse;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How an image starts in the smallest pod.
 *
 * @param limited whether this machine could keep the limits
 * @param ready from the start to readiness
 * @param peakMib the most memory that was resident until a service was Ready
 */
record Start(boolean limited, Duration ready, double peakMib) {

    static Start measured(UnpackedImage image) {
        Optional<Limits> smallest = Limits.smallest();
        try (World world = World.start();
                Limits limits = smallest.orElseGet(Limits::none)) {
            Pod pod = Pod.of(world, image);
            long began = System.nanoTime();
            OperatorUnderTest operator = pod.start(limits, Map.of(), Map.of());
            Duration ready = Duration.ofNanos(System.nanoTime() - began);
            String ns = world.namespace("measured");
            world.apply(Manifests.environment("measured"));
            world.apply(Manifests.service(ns, "web", "measured", "nginx:1"));
            world.awaitReady(ns, "web");
            Start start = new Start(
                    smallest.isPresent(), ready, ProcessUse.of(operator.pid()).peakMib());
            operator.stop();
            return start;
        }
    }

    @Override
    public String toString() {
        return "ready %.1f s after the start, %.0f MiB at most (%s)"
                .formatted(
                        ready.toMillis() / 1e3,
                        peakMib,
                        limited
                                ? "0.25 vCPU and " + Limits.MIB + " MiB"
                                : "without limits: this machine lets nobody make control groups");
    }
}

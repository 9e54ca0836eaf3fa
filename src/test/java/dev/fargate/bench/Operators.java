package dev.fargate.bench;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.testing.OperatorUnderTest;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Starts and ends the operator, and keeps what its processes have used. */
final class Operators implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern SWEEPS = Pattern.compile("fargate_aws_services_batch_count\\{cause=\"sweep\"} (\\S+)");

    private final Ground ground;
    private final List<String> jvmFlags;
    private OperatorUnderTest running;
    private double cpuSecondsOfEarlier;
    private double peakMib;
    private long sweepCallsOfEarlier;

    Operators(Ground ground, Path aotCache) {
        this.ground = ground;
        this.jvmFlags = Files.exists(aotCache) ? List.of("-XX:AOTCache=" + aotCache) : List.of();
    }

    /** Seconds until the operator has made its first write to a new environment: its finalizer. */
    double secondsToFirstReconcile() throws InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        try (Watch _ = ground.kubernetes().resources(FargateEnvironment.class).watch(new Watcher<>() {
            @Override
            public void eventReceived(Action action, FargateEnvironment environment) {
                if (!environment.getMetadata().getFinalizers().isEmpty()) {
                    written.countDown();
                }
            }

            @Override
            public void onClose(WatcherException cause) {}
        })) {
            long start = System.nanoTime();
            Thread starting = Thread.startVirtualThread(this::start);
            if (!written.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the operator does not reconcile, see target/it-logs");
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            starting.join();
            return seconds;
        }
    }

    void start() {
        running = ground.operator(jvmFlags);
    }

    void stop() {
        cpuSecondsOfEarlier = use().cpuSeconds();
        sweepCallsOfEarlier = sweepCalls();
        running.stop();
        running = null;
    }

    /** Memory of the process that runs, the highest peak of all processes, and the processor time of all. */
    ProcessUse use() {
        if (running == null) {
            return new ProcessUse(cpuSecondsOfEarlier, 0, 0, peakMib);
        }
        ProcessUse use = ProcessUse.of(running.pid());
        peakMib = Math.max(peakMib, use.peakMib());
        return new ProcessUse(cpuSecondsOfEarlier + use.cpuSeconds(), use.residentMib(), use.privateMib(), peakMib);
    }

    /** DescribeServices that nobody asked for, of all processes, as the operator itself tells. */
    long sweepCalls() {
        return sweepCallsOfEarlier
                + (running == null
                        ? 0
                        : SWEEPS.matcher(running.metrics())
                                .results()
                                .mapToLong(line -> (long) Double.parseDouble(line.group(1)))
                                .sum());
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }
}

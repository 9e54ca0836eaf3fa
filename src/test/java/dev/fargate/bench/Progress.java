package dev.fargate.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** What a person sees on stderr while the bench runs. */
final class Progress {
    private static final long START = System.nanoTime();
    private static final long EVERY_NANOS = 15_000_000_000L;

    private Progress() {}

    static void say(String line) {
        System.err.printf("%6.1f s  %s%n", (System.nanoTime() - START) / 1e9, line);
    }

    static void await(String what, Setup setup, Callable<Boolean> condition) {
        await(what, setup, condition, () -> "waiting for " + what);
    }

    /** Tells from time to time how far it is. */
    static void await(String what, Setup setup, Callable<Boolean> condition, Supplier<String> state) {
        AtomicLong told = new AtomicLong(System.nanoTime());
        Awaitility.await(what)
                .conditionEvaluationListener(_ -> {
                    if (System.nanoTime() - told.get() > EVERY_NANOS) {
                        told.set(System.nanoTime());
                        say(state.get());
                    }
                })
                .atMost(setup.patience())
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}

package dev.fargate.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Several people or pipelines at once. */
final class Users {
    private static final int COUNT = 4;

    private Users() {}

    /** Not on the common pool, which the HTTP client's callbacks need. */
    static void each(List<String> names, Consumer<String> work) {
        try (ExecutorService users = Executors.newFixedThreadPool(COUNT)) {
            CompletableFuture.allOf(names.stream()
                            .map(name -> CompletableFuture.runAsync(() -> work.accept(name), users))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }
}

package dev.fargate.behaviour;

import dev.fargate.api.FargateService;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Every state that the services of a namespace are written in, from the first on. */
final class Watched implements AutoCloseable {
    private final List<FargateService> seen = new CopyOnWriteArrayList<>();
    private final Watch watch;

    private Watched(World world, String namespace) {
        this.watch = world.kubernetes()
                .resources(FargateService.class)
                .inNamespace(namespace)
                .watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, FargateService service) {
                        seen.add(service);
                    }

                    @Override
                    public void onClose(WatcherException cause) {
                        seen.clear();
                    }
                });
    }

    static Watched in(World world, String namespace) {
        return new Watched(world, namespace);
    }

    List<FargateService> seen() {
        return List.copyOf(seen);
    }

    /** The most resources of which something was so at the same time. */
    int mostAtOnce(Predicate<FargateService> so) {
        Map<String, FargateService> latest = new HashMap<>();
        int most = 0;
        for (FargateService service : seen()) {
            latest.put(service.getMetadata().getName(), service);
            most = Math.max(most, (int) latest.values().stream().filter(so).count());
        }
        return most;
    }

    @Override
    public void close() {
        watch.close();
    }
}

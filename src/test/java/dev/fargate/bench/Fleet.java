package dev.fargate.bench;

import dev.fargate.api.FargateService;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The services of a bench: made, changed and deleted as people and pipelines would, and watched. */
final class Fleet implements AutoCloseable {
    static final String ENVIRONMENT = "bench";

    private final KubernetesClient client;
    private final List<String> names;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Map<String, Rollout> rollouts = new ConcurrentHashMap<>();
    private final Map<String, Long> generations = new ConcurrentHashMap<>();
    private final AtomicLong writes = new AtomicLong();
    private final SharedIndexInformer<FargateService> informer;

    Fleet(KubernetesClient client, int size) {
        this.client = client;
        names = IntStream.range(0, size).mapToObj("web-%04d"::formatted).toList();
        informer = client.resources(FargateService.class)
                .inNamespace(Ground.NAMESPACE)
                .inform(new ResourceEventHandler<>() {
                    @Override
                    public void onAdd(FargateService service) {
                        see(service);
                    }

                    @Override
                    public void onUpdate(FargateService before, FargateService service) {
                        see(service);
                    }

                    @Override
                    public void onDelete(FargateService service, boolean finalStateUnknown) {
                        seen.remove(service.getMetadata().getName());
                    }
                });
    }

    private void see(FargateService service) {
        if (service.getStatus() != null && service.getStatus().rollout() != null) {
            rollouts.compute(
                    service.getMetadata().getName(),
                    (name, before) -> before != null
                                    && before.id()
                                            .equals(service.getStatus()
                                                    .rollout()
                                                    .id())
                            ? before
                            : new Rollout(service.getStatus().rollout().id(), System.nanoTime()));
        }
        String revision = service.getStatus() == null || service.getStatus().taskDefinition() == null
                ? ""
                : String.valueOf(service.getStatus().taskDefinition().arn());
        seen.put(
                service.getMetadata().getName(),
                new Seen(World.isReady(service) ? service.getMetadata().getGeneration() : 0, revision));
    }

    List<String> names() {
        return names;
    }

    void create(String image) {
        each(name -> record(
                name,
                client.genericKubernetesResources("fargate.dev/v1alpha1", "FargateService")
                        .load(new ByteArrayInputStream(Manifests.service(Ground.NAMESPACE, name, ENVIRONMENT, image)
                                .getBytes(StandardCharsets.UTF_8)))
                        .create()));
    }

    void changeImages(String image) {
        each(name -> changeImage(name, image));
    }

    /** Returns when the API server has taken it. */
    void changeImage(String name, String image) {
        record(
                name,
                client.resources(FargateService.class)
                        .inNamespace(Ground.NAMESPACE)
                        .withName(name)
                        .patch(PatchContext.of(PatchType.JSON), """
                                [{"op": "replace", "path": "/spec/task/containers/0/image", "value": "%s"}]
                                """.formatted(image)));
    }

    void delete() {
        each(name -> {
            writes.incrementAndGet();
            client.resources(FargateService.class)
                    .inNamespace(Ground.NAMESPACE)
                    .withName(name)
                    .delete();
        });
    }

    long ready() {
        return names.stream()
                .filter(name ->
                        seen.containsKey(name) && seen.get(name).readyGeneration == generations.getOrDefault(name, -1L))
                .count();
    }

    boolean allReady() {
        return ready() == names.size();
    }

    /** Those that still exist. */
    int left() {
        return seen.size();
    }

    /** The revisions that the services say they run. */
    List<String> revisions() {
        return seen.values().stream().map(Seen::revision).distinct().sorted().toList();
    }

    /** The rollout that a service's status tells of. */
    Rollout rollout(String name) {
        return rollouts.get(name);
    }

    /** Writes that were made here, and not by the operator. */
    long writes() {
        return writes.get();
    }

    private void record(String name, HasMetadata accepted) {
        writes.incrementAndGet();
        generations.put(name, accepted.getMetadata().getGeneration());
    }

    private void each(Consumer<String> work) {
        Users.each(names, work);
    }

    @Override
    public void close() {
        informer.close();
    }

    /**
     * A rollout in a status.
     *
     * @param nanoTime when it was first seen there
     */
    record Rollout(String id, long nanoTime) {}

    private record Seen(long readyGeneration, String revision) {}
}

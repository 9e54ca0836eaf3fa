package dev.fargate.bench;

import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.FargateTaskStatus.Phase;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Runs of one task definition, made at once and watched. */
final class Crowd implements AutoCloseable {
    private final KubernetesClient client;
    private final List<String> names;
    private final int completions;
    private final Map<String, Optional<Phase>> phases = new ConcurrentHashMap<>();
    private final SharedIndexInformer<FargateTask> informer;

    Crowd(KubernetesClient client, int size, int completions) {
        this.client = client;
        this.completions = completions;
        names = IntStream.range(0, size).mapToObj("run-%04d"::formatted).toList();
        informer = client.resources(FargateTask.class)
                .inNamespace(Ground.NAMESPACE)
                .inform(new ResourceEventHandler<>() {
                    @Override
                    public void onAdd(FargateTask run) {
                        see(run);
                    }

                    @Override
                    public void onUpdate(FargateTask before, FargateTask run) {
                        see(run);
                    }

                    @Override
                    public void onDelete(FargateTask run, boolean finalStateUnknown) {
                        phases.remove(run.getMetadata().getName());
                    }
                });
    }

    private void see(FargateTask run) {
        phases.put(
                run.getMetadata().getName(),
                Optional.ofNullable(run.getStatus()).map(FargateTaskStatus::phase));
    }

    int size() {
        return names.size();
    }

    int tasks() {
        return names.size() * completions;
    }

    void create(String taskDefinition) {
        Users.each(names, name -> client.genericKubernetesResources("fargate.dev/v1alpha1", "FargateTask")
                .load(new ByteArrayInputStream(manifest(name, taskDefinition).getBytes(StandardCharsets.UTF_8)))
                .create());
    }

    private String manifest(String name, String taskDefinition) {
        return """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateTask
                metadata:
                  namespace: %s
                  name: %s
                spec:
                  environment: %s
                  taskDefinition: %s
                  completions: %d
                  parallelism: %d
                """.formatted(Ground.NAMESPACE, name, Fleet.ENVIRONMENT, taskDefinition, completions, completions);
    }

    void delete() {
        Users.each(names, name -> client.resources(FargateTask.class)
                .inNamespace(Ground.NAMESPACE)
                .withName(name)
                .delete());
    }

    long succeeded() {
        return phases.values().stream()
                .filter(phase -> phase.equals(Optional.of(Phase.Succeeded)))
                .count();
    }

    /** Those that still exist. */
    int left() {
        return phases.size();
    }

    @Override
    public void close() {
        informer.close();
    }
}

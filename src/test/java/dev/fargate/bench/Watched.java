package dev.fargate.bench;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.function.Consumer;

/** Watches the bench's resources of one kind. */
final class Watched {
    private Watched() {}

    /**
     * An informer that is running.
     *
     * @param seen takes each version
     * @param gone takes the name of one that was deleted
     */
    static <T extends HasMetadata> SharedIndexInformer<T> inform(
            KubernetesClient client, Class<T> kind, Consumer<T> seen, Consumer<String> gone) {
        return client.resources(kind).inNamespace(Ground.NAMESPACE).inform(new ResourceEventHandler<>() {
            @Override
            public void onAdd(T resource) {
                seen.accept(resource);
            }

            @Override
            public void onUpdate(T before, T resource) {
                seen.accept(resource);
            }

            @Override
            public void onDelete(T resource, boolean finalStateUnknown) {
                gone.accept(resource.getMetadata().getName());
            }
        });
    }
}

package dev.fargate.runtime;

import dev.fargate.api.FargateTask;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.function.Consumer;

/** Deletes a run whose time after its end is over. Its finalizer then does what is left to do in AWS. */
record Expiry(KubernetesClient client) implements Consumer<FargateTask> {

    @Override
    public void accept(FargateTask task) {
        // Only the version that was looked at: an edit may have given it more time.
        client.resource(task)
                .lockResourceVersion(task.getMetadata().getResourceVersion())
                .delete();
    }
}

package dev.fargate.runtime;

import dev.fargate.api.FargateTask;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;

/** What loops do to FargateTasks that belong to other resources. */
final class TaskObjects {
    private TaskObjects() {}

    /** Only the version that was looked at: by now the name may be that of the next run. What became of it is seen by the next turn. */
    static void delete(KubernetesClient client, FargateTask run) {
        try {
            client.resource(run)
                    .lockResourceVersion(run.getMetadata().getResourceVersion())
                    .delete();
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
        }
    }

    /** Why the API server refuses something, in its words. */
    static String words(KubernetesClientException refusal) {
        return refusal.getStatus() == null || refusal.getStatus().getMessage() == null
                ? refusal.getMessage()
                : refusal.getStatus().getMessage();
    }
}

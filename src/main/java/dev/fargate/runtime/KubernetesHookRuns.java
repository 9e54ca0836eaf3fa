package dev.fargate.runtime;

import dev.fargate.api.FargateTask;
import dev.fargate.hook.HookRuns;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.Set;

/** FargateTasks in Kubernetes: read from the informer, and from the API server where that does not know one yet. */
record KubernetesHookRuns(KubernetesClient client, TaskIndex tasks) implements HookRuns {
    private static final int UNPROCESSABLE = 422;
    /** What only an edit or a grant mends; all else is tried again by the loop. */
    private static final Set<Integer> REFUSALS =
            Set.of(HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_FORBIDDEN, UNPROCESSABLE);

    @Override
    public Optional<FargateTask> find(String namespace, String name) {
        return tasks.all()
                .find(namespace, name)
                .or(() -> Optional.ofNullable(client.resources(FargateTask.class)
                        .inNamespace(namespace)
                        .withName(name)
                        .get()));
    }

    @Override
    public Optional<String> create(FargateTask run) {
        try {
            client.resource(run).create();
            return Optional.empty();
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                return Optional.empty();
            }
            if (REFUSALS.contains(e.getCode())) {
                return Optional.of(
                        e.getStatus() == null ? e.getMessage() : e.getStatus().getMessage());
            }
            throw e;
        }
    }

    @Override
    public void delete(FargateTask run) {
        try {
            // Only the version that was looked at: by now the name may be that of the next run.
            client.resource(run)
                    .lockResourceVersion(run.getMetadata().getResourceVersion())
                    .delete();
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
        }
    }
}

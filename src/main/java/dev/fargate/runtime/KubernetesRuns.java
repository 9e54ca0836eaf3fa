package dev.fargate.runtime;

import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateTask;
import dev.fargate.engine.Problem;
import dev.fargate.schedule.Runs;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;

/** The FargateTasks of schedules, out of what the informer holds. */
record KubernetesRuns(KubernetesClient client, TaskIndex tasks) implements Runs {
    private static final int SERVER_ERROR = 500;

    @Override
    public List<FargateTask> of(FargateSchedule schedule) {
        return tasks.ofSchedule(
                schedule.getMetadata().getNamespace(), schedule.getMetadata().getName());
    }

    @Override
    public Optional<Problem> start(FargateTask run) {
        try {
            client.resource(run).create();
            return Optional.empty();
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                return taken(run);
            }
            if (e.getCode() == 0 || e.getCode() >= SERVER_ERROR) {
                throw e;
            }
            return Optional.of(Problem.stalled(
                    "RunRefused",
                    "Run %s could not be created: the API server says: %s. It is tried again."
                            .formatted(run.getMetadata().getName(), words(e))));
        }
    }

    /** The name follows from the schedule and the time: this run is there already, unless somebody else took its name. */
    private Optional<Problem> taken(FargateTask run) {
        FargateTask found = client.resource(run).get();
        boolean ours = found != null
                && found.getMetadata()
                        .getOwnerReferences()
                        .equals(run.getMetadata().getOwnerReferences());
        return ours
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "NameTaken",
                        "There is a FargateTask %s that is no run of this schedule. Delete it, or rename this schedule."
                                .formatted(run.getMetadata().getName())));
    }

    private static String words(KubernetesClientException e) {
        return e.getStatus() == null || e.getStatus().getMessage() == null
                ? e.getMessage()
                : e.getStatus().getMessage();
    }

    @Override
    public void delete(FargateTask run) {
        client.resource(run).delete();
    }
}

package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.Tasks;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskOverride;

record EcsTasks(Supplier<EcsClient> ecs) implements Tasks {

    @Override
    public List<String> stopped(String clusterArn, String service) {
        return call("ecs:ListTasks", () -> ecs.get().listTasks(request -> request.cluster(clusterArn)
                        .serviceName(service)
                        .desiredStatus(DesiredStatus.STOPPED)
                        .maxResults(BATCH)))
                .taskArns();
    }

    @Override
    public List<Task> describe(String clusterArn, List<String> arns) {
        return call("ecs:DescribeTasks", () -> ecs.get()
                        .describeTasks(request -> request.cluster(clusterArn).tasks(arns)))
                .tasks()
                .stream()
                .map(EcsTasks::withoutValues)
                .toList();
    }

    /** Overrides hold values of the environment, and nobody needs them here. */
    private static Task withoutValues(Task task) {
        return task.copy(copy -> copy.overrides((TaskOverride) null)
                .stoppedReason(CommandWords.hidden(task.stoppedReason()))
                .containers(task.containers().stream()
                        .map(container -> container.copy(same -> same.reason(CommandWords.hidden(container.reason()))))
                        .toList()));
    }
}

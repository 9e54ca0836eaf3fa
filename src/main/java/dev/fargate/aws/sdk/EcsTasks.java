package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.Tasks;
import dev.fargate.aws.errors.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ConflictException;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskOverride;

record EcsTasks(Supplier<EcsClient> ecs) implements Tasks {
    private static final String MISSING = "MISSING";

    @Override
    public Started run(RunTaskRequest request) {
        try {
            RunTaskResponse reply = call("ecs:RunTask", () -> ecs.get().runTask(request));
            return new Started(
                    reply.tasks().stream().map(Task::taskArn).toList(),
                    reply.failures().stream()
                            .map(failure -> Placement.of(failure.reason(), failure.detail()))
                            .toList());
        } catch (AwsException e) {
            if (e.getCause() instanceof ConflictException conflict
                    && !conflict.resourceIds().isEmpty()) {
                return new Started(conflict.resourceIds(), List.of());
            }
            throw e;
        }
    }

    @Override
    public Task stop(String clusterArn, String task, String reason) {
        return withoutValues(call("ecs:StopTask", () -> ecs.get()
                        .stopTask(request ->
                                request.cluster(clusterArn).task(task).reason(reason)))
                .task());
    }

    @Override
    public List<String> stopped(String clusterArn, String service) {
        return call("ecs:ListTasks", () -> ecs.get().listTasks(request -> request.cluster(clusterArn)
                        .serviceName(service)
                        .desiredStatus(DesiredStatus.STOPPED)
                        .maxResults(BATCH)))
                .taskArns();
    }

    @Override
    public List<String> startedBy(String clusterArn, String startedBy) {
        return all(request -> request.cluster(clusterArn).startedBy(startedBy));
    }

    @Override
    public List<String> stoppedOfFamily(String clusterArn, String family) {
        return all(request -> request.cluster(clusterArn).family(family).desiredStatus(DesiredStatus.STOPPED));
    }

    private List<String> all(Consumer<ListTasksRequest.Builder> filter) {
        List<String> arns = new ArrayList<>();
        String page = null;
        do {
            String from = page;
            ListTasksResponse reply = call("ecs:ListTasks", () -> ecs.get()
                    .listTasks(request -> request.applyMutation(filter).nextToken(from)));
            arns.addAll(reply.taskArns());
            page = reply.nextToken();
        } while (page != null);
        return arns;
    }

    @Override
    public Described describe(String clusterArn, List<String> tasks) {
        DescribeTasksResponse reply = call("ecs:DescribeTasks", () -> ecs.get()
                .describeTasks(request -> request.cluster(clusterArn).tasks(tasks)));
        List<Failure> missing = reply.failures().stream()
                .filter(failure -> MISSING.equals(failure.reason()))
                .toList();
        Set<String> names = tasks.stream()
                .filter(asked -> missing.stream().anyMatch(failure -> names(failure, asked)))
                .collect(Collectors.toUnmodifiableSet());
        return new Described(reply.tasks().stream().map(EcsTasks::withoutValues).toList(), names);
    }

    /** A failure names the task by its ARN, whatever it was asked by. */
    private static boolean names(Failure failure, String asked) {
        String arn = failure.arn() == null ? "" : failure.arn();
        return arn.equals(asked) || arn.endsWith("/" + asked);
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

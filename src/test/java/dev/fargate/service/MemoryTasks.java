package dev.fargate.service;

import dev.fargate.aws.Tasks;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Task;

/** The stopped tasks of one service. */
record MemoryTasks(List<Task> all, MemoryEcs ecs) implements Tasks {

    @Override
    public List<String> stopped(String clusterArn, String service) {
        return ecs.answer(
                "ecs:ListTasks", service, () -> all.stream().map(Task::taskArn).toList());
    }

    @Override
    public Described describe(String clusterArn, List<String> arns) {
        return ecs.answer(
                "ecs:DescribeTasks",
                "(" + arns.size() + ")",
                () -> new Described(
                        all.stream()
                                .filter(task -> arns.contains(task.taskArn()))
                                .toList(),
                        Set.of()));
    }

    @Override
    public Started run(RunTaskRequest request) {
        throw new IllegalStateException("a service's tasks are started by ECS");
    }

    @Override
    public Task stop(String clusterArn, String task, String reason) {
        throw new IllegalStateException("a service's tasks are stopped by ECS");
    }

    @Override
    public List<String> startedBy(String clusterArn, String startedBy) {
        throw new IllegalStateException("a service's tasks are listed by their service");
    }

    @Override
    public List<String> stoppedOfFamily(String clusterArn, String family) {
        throw new IllegalStateException("a service's tasks are listed by their service");
    }
}

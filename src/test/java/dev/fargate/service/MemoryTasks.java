package dev.fargate.service;

import dev.fargate.aws.Tasks;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.Task;

/** The stopped tasks of one service. */
record MemoryTasks(List<Task> all, MemoryEcs ecs) implements Tasks {

    @Override
    public List<String> stopped(String clusterArn, String service) {
        return ecs.answer(
                "ecs:ListTasks", service, () -> all.stream().map(Task::taskArn).toList());
    }

    @Override
    public List<Task> describe(String clusterArn, List<String> arns) {
        return ecs.answer("ecs:DescribeTasks", "(" + arns.size() + ")", () -> all.stream()
                .filter(task -> arns.contains(task.taskArn()))
                .toList());
    }
}

package dev.fargate.task;

import dev.fargate.api.FargateTaskStatus.Launch;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Tasks;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.Task;

/** Finds the tasks of a RunTask call that got no reply, by the startedBy that no other call has. */
record LaunchSearch(Tasks tasks, Writes.Of writes, String clusterArn) {
    /** ECS forgets a task about an hour after it stopped (ECS API reference, DescribeTasks). */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /**
     * Ids of the tasks, those that run and those that stopped.
     *
     * @param family of their task definition: a listing by startedBy shows nothing that stopped
     */
    Attempt<List<String>> tasks(String startedBy, String family) {
        return writes.make(Operation.LIST_TASKS, Priority.UPDATE, () -> {
            List<String> found = new ArrayList<>(tasks.startedBy(clusterArn, startedBy));
            found.addAll(startedBy(tasks.stoppedOfFamily(clusterArn, family), startedBy));
            return found.stream().map(Judge::id).distinct().toList();
        });
    }

    private List<String> startedBy(List<String> stopped, String startedBy) {
        return tasks.describeAll(clusterArn, stopped).stream()
                .filter(task -> startedBy.equals(task.startedBy()))
                .map(Task::taskArn)
                .toList();
    }

    /**
     * What a search means. Within an hour ECS knows all that the call started, and what it does not know never was. Later a task may
     * have run and be forgotten: that is unknown, and not run again.
     */
    static RunMemory found(RunMemory before, Launch launch, List<String> tasks, Instant now) {
        RunMemory memory = before.with(before.launches().settled(launch, tasks));
        boolean complete = now.isBefore(Instant.parse(launch.at()).plus(REMEMBERED));
        int unknown = complete ? 0 : Math.max(0, launch.count() - tasks.size());
        History.Tally tally = memory.tally();
        return memory.with(memory.history()
                .with(new History.Tally(
                        tally.succeeded(), tally.failed(), tally.unknown() + unknown, tally.setbacks())));
    }
}

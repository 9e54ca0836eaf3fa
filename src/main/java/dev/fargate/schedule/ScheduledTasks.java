package dev.fargate.schedule;

import dev.fargate.api.FargateScheduleStatus.ActiveRun;
import dev.fargate.api.FargateScheduleStatus.EndedRun;
import dev.fargate.api.FargateScheduleStatus.Outcome;
import dev.fargate.api.TaskAttempt;
import dev.fargate.aws.Schedules;
import dev.fargate.aws.Tasks;
import dev.fargate.task.RunBlueprint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Task;

/** The tasks that EventBridge Scheduler has started for one schedule, as ECS shows them: for about an hour after they stopped. */
record ScheduledTasks(Tasks tasks, Home home, RunBlueprint run) {
    private static final String STOPPED = "STOPPED";

    /**
     * What was seen.
     *
     * @param ended that the log did not have
     */
    record Seen(RunLog log, List<EndedRun> ended, List<Task> described) {}

    /**
     * The log after a look.
     *
     * @param family of the task definition: a listing by startedBy shows nothing that stopped
     */
    Seen look(RunLog before, String family, RunLog.Limits limits) {
        String cluster = home.place().clusterArn();
        String startedBy = Schedules.startedBy(home.schedule());
        Set<String> known = new HashSet<>();
        before.ended().forEach(run -> known.add(run.taskArn()));
        List<String> listed = Stream.concat(
                        tasks.startedBy(cluster, startedBy).stream(), tasks.stoppedOfFamily(cluster, family).stream())
                .distinct()
                .filter(arn -> !known.contains(arn))
                .toList();
        List<Task> described = describe(cluster, listed).stream()
                .filter(task -> startedBy.equals(task.startedBy()))
                .toList();
        List<EndedRun> ended = new ArrayList<>();
        List<ActiveRun> active = new ArrayList<>();
        for (Task task : described) {
            if (STOPPED.equals(task.lastStatus())) {
                ended.add(ended(run.ended(task), task));
            } else {
                active.add(new ActiveRun(
                        null, task.taskArn(), task.createdAt() == null ? null : Times.text(task.createdAt())));
            }
        }
        before.active().stream()
                .filter(was ->
                        described.stream().noneMatch(task -> task.taskArn().equals(was.taskArn())))
                .map(ScheduledTasks::forgotten)
                .forEach(ended::add);
        List<EndedRun> all =
                Stream.concat(ended.stream(), before.ended().stream()).toList();
        return new Seen(new RunLog(active, active.size(), RunLog.kept(all, limits)), ended, described);
    }

    private List<Task> describe(String cluster, List<String> arns) {
        List<Task> described = new ArrayList<>();
        for (int from = 0; from < arns.size(); from += Tasks.BATCH) {
            described.addAll(tasks.describe(cluster, arns.subList(from, Math.min(from + Tasks.BATCH, arns.size())))
                    .tasks());
        }
        return described;
    }

    private static EndedRun ended(TaskAttempt attempt, Task task) {
        return new EndedRun(
                null,
                attempt.taskArn(),
                switch (attempt.outcome()) {
                    case Succeeded -> Outcome.Succeeded;
                    case Unknown -> Outcome.Unknown;
                    case Failed, Ignored, Interrupted, Stopped -> Outcome.Failed;
                },
                task.createdAt() == null ? attempt.startedAt() : Times.text(task.createdAt()),
                attempt.stoppedAt(),
                OwnRuns.exitCode(attempt).orElse(null),
                attempt.cause(),
                OwnRuns.shortened(Optional.ofNullable(attempt.meaning())));
    }

    private static EndedRun forgotten(ActiveRun run) {
        return new EndedRun(
                null,
                run.taskArn(),
                Outcome.Unknown,
                run.startTime(),
                null,
                null,
                null,
                "ECS does not know the task any more: it ended while nobody looked, and ECS forgets a task about an hour later. Its log tells how it ended.");
    }
}

package dev.fargate.task;

import dev.fargate.api.TaskAttempt;
import dev.fargate.api.TaskAttempt.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Task;

/** What the ends of tasks make of a run. Pure. */
record Progress(DesiredRun.Limits limits, Judge judge, Instant now) {

    /**
     * The run after some of its tasks have ended.
     *
     * @param ended what is new, oldest first
     */
    record Step(RunMemory memory, List<TaskAttempt> ended) {}

    Step after(RunMemory before, RunEye.Seen seen, String taskArnPrefix) {
        RunMemory memory = before;
        List<TaskAttempt> attempts = new ArrayList<>();
        for (Task task : oldestFirst(seen.ended())) {
            Judge.Verdict verdict = judge.of(task);
            attempts.add(verdict.attempt());
            memory = ended(memory, verdict.attempt());
            memory = verdict.failure().map(memory::failed).orElse(memory);
        }
        for (String task : seen.forgotten()) {
            TaskAttempt attempt = Judge.forgotten(taskArnPrefix + task);
            attempts.add(attempt);
            memory = ended(memory, attempt);
        }
        return new Step(settled(memory, attempts), attempts);
    }

    private static RunMemory ended(RunMemory memory, TaskAttempt attempt) {
        return memory.with(memory.launches().without(Judge.id(attempt.taskArn())))
                .with(memory.history().plus(attempt));
    }

    /** Ends that are seen together set the run back once; a success among them lets it go on at once. */
    private RunMemory settled(RunMemory memory, List<TaskAttempt> attempts) {
        boolean succeeded = attempts.stream().anyMatch(attempt -> attempt.outcome() == Outcome.Succeeded);
        boolean setBack = attempts.stream()
                .anyMatch(attempt -> attempt.outcome() == Outcome.Failed
                        || attempt.outcome() == Outcome.Ignored
                        || attempt.outcome() == Outcome.Interrupted);
        RunMemory next = memory;
        if (succeeded || !setBack) {
            next = succeeded ? memory.with(memory.span().retrying(Optional.empty())) : memory;
        } else {
            History.Tally tally = memory.tally().setBack();
            next = memory.with(memory.history().with(tally))
                    .with(memory.span().retrying(Optional.of(now.plus(limits.backoff(tally.setbacks())))));
        }
        return next;
    }

    private static List<Task> oldestFirst(List<Task> tasks) {
        return tasks.stream()
                .sorted(Comparator.comparing((Task task) -> task.stoppedAt() == null ? Instant.EPOCH : task.stoppedAt())
                        .thenComparing(Task::taskArn))
                .toList();
    }
}

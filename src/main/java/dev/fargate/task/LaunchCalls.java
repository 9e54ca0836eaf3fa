package dev.fargate.task;

import dev.fargate.api.FargateTaskStatus.Launch;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Tasks;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.aws.Unplaced;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.AwsProblems;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;

/** Makes RunTask calls, each on record before it is made and none with another's number. */
record LaunchCalls(Tasks tasks, Writes.Of writes, DesiredRun desired, Instant now, Consumer<RunMemory> journal) {

    /**
     * What an earlier call did is not undone by the refusal of this one, so the intent stays. That it is made again is on record, too:
     * what this one starts is not visible at once, whenever the first was.
     */
    Taken repeat(RunStep.Repeat step, RunMemory before) {
        RunMemory trying = before.with(before.launches().trying(step.launch(), now));
        Attempt<Tasks.Started> attempt =
                writes.make(Operation.RUN_TASK, Priority.CREATE, step.launch().count(), () -> {
                    journal.accept(trying);
                    return tasks.run(request(trying, step.launch()));
                });
        return switch (attempt) {
            case Attempt.Later<Tasks.Started> later -> Taken.not(before, Halt.later(later.until()));
            case Attempt.Refused<Tasks.Started> refused -> Taken.not(trying, Halt.refused(refused.error()));
            case Attempt.Done<Tasks.Started> done -> taken(step, trying, step.launch(), done.reply());
        };
    }

    private Taken taken(RunStep step, RunMemory before, Launch launch, Tasks.Started started) {
        if (started.failures().stream().anyMatch(failure -> failure.why() == Unplaced.Why.THROTTLED)) {
            writes.throttled(Operation.RUN_TASK);
        }
        RunMemory memory = before.with(before.launches()
                .settled(launch, started.arns().stream().map(Judge::id).toList()));
        return started.failures().isEmpty()
                ? Taken.fully(memory, step)
                : new Taken(
                        memory,
                        started.arns().isEmpty()
                                ? Optional.empty()
                                : Optional.of(new RunStep.Start(started.arns().size())),
                        Halt.unplaced(started.failures().getFirst()));
    }

    /** Fargate counts tasks, so each takes a ticket; as many calls as that takes are put on record before the first is made. */
    Taken start(RunStep.Start step, RunMemory before) {
        Writes.Permits permits = writes.permits(Operation.RUN_TASK, Priority.CREATE, step.count());
        if (permits.granted() == 0) {
            return Taken.not(before, Halt.later(permits.later().orElseThrow()));
        }
        List<Launch> next = calls(before.launches().made(), permits.granted());
        RunMemory memory = before.with(before.launches().intending(next))
                .with(before.span().starting(now));
        journal.accept(memory);
        int started = 0;
        for (int i = 0; i < next.size(); i++) {
            Launch launch = next.get(i);
            RunMemory intending = memory;
            Attempt<Tasks.Started> attempt =
                    writes.attempt(Operation.RUN_TASK, () -> tasks.run(request(intending, launch)));
            Taken taken =
                    switch (attempt) {
                        case Attempt.Done<Tasks.Started> done -> taken(step, memory, launch, done.reply());
                        case Attempt.Refused<Tasks.Started> refused ->
                            Taken.not(afterRefusal(memory, launch, refused.error()), Halt.refused(refused.error()));
                        case Attempt.Later<Tasks.Started> later ->
                            throw new IllegalStateException("tickets were taken");
                    };
            memory = taken.memory();
            started += tasks(memory, launch);
            if (!taken.halt().isNone()) {
                List<Launch> unmade = next.subList(i + 1, next.size());
                return new Taken(without(memory, unmade), begun(started), taken.halt());
            }
        }
        return new Taken(
                memory, begun(started), permits.later().map(Halt::later).orElse(Halt.NONE));
    }

    private static Optional<RunStep> begun(int started) {
        return started == 0 ? Optional.empty() : Optional.of(new RunStep.Start(started));
    }

    private static int tasks(RunMemory memory, Launch launch) {
        return memory.launches().open().stream()
                .filter(known -> known.number().equals(launch.number()))
                .mapToInt(known -> known.tasks().size())
                .sum();
    }

    private static RunMemory afterRefusal(RunMemory memory, Launch launch, AwsException error) {
        return AwsProblems.withoutEffect(error) ? without(memory, List.of(launch)) : memory;
    }

    private static RunMemory without(RunMemory memory, List<Launch> unmade) {
        RunMemory left = memory;
        for (Launch launch : unmade) {
            left = left.with(left.launches().settled(launch, List.of()));
        }
        return left;
    }

    private List<Launch> calls(int made, int tasks) {
        List<Launch> calls = new ArrayList<>();
        for (int left = tasks; left > 0; left -= Tasks.MOST_STARTED) {
            calls.add(new Launch(
                    made + calls.size() + 1,
                    now.truncatedTo(ChronoUnit.SECONDS).toString(),
                    null,
                    Math.min(left, Tasks.MOST_STARTED),
                    desired.request(),
                    List.of()));
        }
        return calls;
    }

    private RunTaskRequest request(RunMemory memory, Launch launch) {
        return RunRequests.of(desired.template(), memory.revisions().arn().orElseThrow(), desired.owner(), launch);
    }
}

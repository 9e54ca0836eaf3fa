package dev.fargate.task;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.engine.Plan;
import dev.fargate.taskdefinition.RevisionWrites;
import dev.fargate.taskdefinition.RevisionWrites.Revised;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Task;

/** Carries out the plan of one run, step by step, until one must wait, is refused, or cannot be placed. */
final class RunApplier {
    private final Aws aws;
    private final Writes.Of writes;
    private final DesiredRun desired;
    private final Instant now;
    private final Consumer<RunMemory> journal;
    private final List<Task> stopped = new ArrayList<>();

    RunApplier(Aws aws, Writes.Of writes, DesiredRun desired, Instant now, Consumer<RunMemory> journal) {
        this.aws = aws;
        this.writes = writes;
        this.desired = desired;
        this.now = now;
        this.journal = journal;
    }

    /**
     * How far a plan got.
     *
     * @param done the steps that were taken; a start with the number of tasks that it came to
     * @param stopped what StopTask replied
     * @param halt why it did not get further
     */
    record Outcome(RunMemory memory, List<RunStep> done, List<Task> stopped, Halt halt) {
        Outcome {
            done = List.copyOf(done);
            stopped = List.copyOf(stopped);
        }
    }

    Outcome apply(Plan<RunStep> plan, RunMemory start) {
        RunMemory memory = start;
        List<RunStep> done = new ArrayList<>();
        for (RunStep step : plan.steps()) {
            Taken taken = take(step, memory);
            memory = taken.memory();
            taken.done().ifPresent(done::add);
            if (!taken.halt().isNone()) {
                return new Outcome(memory, done, stopped, taken.halt());
            }
        }
        return new Outcome(memory, done, stopped, Halt.NONE);
    }

    private Taken take(RunStep step, RunMemory before) {
        return switch (step) {
            case RunStep.Register register -> register(register, before);
            case RunStep.Repeat repeat -> launchCalls().repeat(repeat, before);
            case RunStep.Find find -> find(find, before);
            case RunStep.Start start -> launchCalls().start(start, before);
            case RunStep.Stop stop -> stop(stop, before);
            case RunStep.Deregister deregister ->
                revised(step, before, revisions().deregister(deregister.arn(), before.revisions()));
        };
    }

    private RevisionWrites revisions() {
        return new RevisionWrites(aws, writes, RunResolver.family(desired.owner()));
    }

    private LaunchCalls launchCalls() {
        return new LaunchCalls(aws.tasks(), writes, desired, now, journal);
    }

    private Taken register(RunStep.Register step, RunMemory before) {
        return revised(
                step,
                before,
                revisions()
                        .register(
                                step.definition(),
                                before.revisions(),
                                Priority.CREATE,
                                intending -> journal.accept(before.with(intending))));
    }

    private static Taken revised(RunStep step, RunMemory before, Revised revised) {
        RunMemory memory = before.with(revised.revisions());
        return switch (revised.attempt()) {
            case Attempt.Done<?> done -> Taken.fully(memory, step);
            case Attempt.Later<?> later -> Taken.not(memory, Halt.later(later.until()));
            case Attempt.Refused<?> refused -> Taken.not(memory, Halt.refused(refused.error()));
        };
    }

    private Taken find(RunStep.Find step, RunMemory before) {
        LaunchSearch search =
                new LaunchSearch(aws.tasks(), writes, desired.where().place().clusterArn());
        String startedBy = RunRequests.startedBy(desired.owner(), step.launch());
        return switch (search.tasks(startedBy, family(before))) {
            case Attempt.Later<List<String>> later -> Taken.not(before, Halt.later(later.until()));
            case Attempt.Refused<List<String>> refused -> Taken.not(before, Halt.refused(refused.error()));
            case Attempt.Done<List<String>> done ->
                Taken.fully(LaunchSearch.found(before, step.launch(), done.reply(), now), step);
        };
    }

    private static String family(RunMemory memory) {
        String arn = memory.revisions().arn().orElseThrow();
        return arn.substring(arn.lastIndexOf('/') + 1, arn.lastIndexOf(':'));
    }

    private Taken stop(RunStep.Stop step, RunMemory before) {
        Attempt<Task> attempt = writes.make(Operation.STOP_TASK, Priority.DELETE_OR_SCALE, () -> aws.tasks()
                .stop(desired.where().place().clusterArn(), step.task(), step.reason()));
        return switch (attempt) {
            case Attempt.Later<Task> later -> Taken.not(before, Halt.later(later.until()));
            case Attempt.Refused<Task> refused
            when isGone(refused.error()) -> new Taken(before, Optional.empty(), Halt.NONE);
            case Attempt.Refused<Task> refused -> Taken.not(before, Halt.refused(refused.error()));
            case Attempt.Done<Task> done -> {
                stopped.add(done.reply());
                yield Taken.fully(before, step);
            }
        };
    }

    /** ECS refuses to stop a task that it has forgotten: "The referenced task was not found." The watch will tell the same. */
    private static boolean isGone(AwsException error) {
        return Stream.of("not found", "MISSING")
                .anyMatch(words -> String.valueOf(error.getMessage()).contains(words));
    }
}

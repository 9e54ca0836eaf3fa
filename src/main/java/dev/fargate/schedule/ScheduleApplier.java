package dev.fargate.schedule;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Digest;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.task.RunBlueprint;
import dev.fargate.taskdefinition.OwnRevisions;
import dev.fargate.taskdefinition.RevisionWrites;
import dev.fargate.taskdefinition.RevisionWrites.Revised;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;

/** Carries out the plan of one schedule, step by step, until one must wait or is refused. */
record ScheduleApplier(Aws aws, Writes.Of writes, Home home, Starts starts, Consumer<ScheduleMemory> journal) {

    /** Why a plan stopped; all empty when it did not. */
    record Halt(Optional<Instant> later, Optional<AwsException> refused, Optional<Problem> problem) {
        static final Halt NONE = new Halt(Optional.empty(), Optional.empty(), Optional.empty());

        boolean isNone() {
            return equals(NONE);
        }
    }

    /** How far a plan got. */
    record Outcome(ScheduleMemory memory, List<ScheduleStep> done, Halt halt) {
        Outcome {
            done = List.copyOf(done);
        }
    }

    /** A step and what is known after it. */
    private record Taken(ScheduleMemory memory, Halt halt) {}

    Outcome apply(Plan<ScheduleStep> plan, ScheduleMemory start) {
        ScheduleMemory memory = start;
        List<ScheduleStep> done = new ArrayList<>();
        for (ScheduleStep step : plan.steps()) {
            Taken taken = take(step, memory);
            memory = taken.memory();
            if (!taken.halt().isNone()) {
                return new Outcome(memory, done, taken.halt());
            }
            done.add(step);
        }
        return new Outcome(memory, done, Halt.NONE);
    }

    private Taken take(ScheduleStep step, ScheduleMemory before) {
        String group = home.group();
        return switch (step) {
            case ScheduleStep.Register register ->
                revised(
                        before,
                        revisions()
                                .register(
                                        register.definition(),
                                        before.revisions(),
                                        Priority.CREATE,
                                        intending -> journal.accept(before.with(intending))));
            case ScheduleStep.Deregister deregister ->
                revised(before, revisions().deregister(deregister.arn(), before.revisions()));
            case ScheduleStep.MakeGroup make ->
                taken(
                        before,
                        before.with(before.kept().schedule(home.scheduleArn())),
                        Operation.CREATE_SCHEDULE_GROUP,
                        ErrorClass.CONFLICT,
                        () -> {
                            journal.accept(before.with(before.kept().schedule(home.scheduleArn())));
                            return aws.scheduleGroups()
                                    .create(
                                            group,
                                            SchedulerNames.groupTags(
                                                    home.owner().clusterId()),
                                            Digest.token(home.owner().uid() + "/" + group + "/" + starts.now()));
                        });
            case ScheduleStep.MakeRole make ->
                taken(
                        before,
                        before.with(before.kept().role(Optional.of(home.roleArn()))),
                        Operation.CREATE_ROLE,
                        ErrorClass.CONFLICT,
                        () -> {
                            journal.accept(before.with(before.kept().role(Optional.of(home.roleArn()))));
                            return aws.roles().create(make.role());
                        });
            case ScheduleStep.PutPolicy put ->
                taken(
                        before,
                        before.with(before.kept().role(Optional.of(home.roleArn()))),
                        Operation.PUT_ROLE_POLICY,
                        null,
                        () -> {
                            aws.roles().put(put.role(), SchedulerNames.POLICY, put.document());
                            return put.role();
                        });
            case ScheduleStep.Put put -> put(put, before);
            case ScheduleStep.Remove remove ->
                taken(
                        before,
                        remove.withGroup() ? before : before.with(before.kept().withoutSchedule()),
                        Operation.DELETE_SCHEDULE,
                        ErrorClass.MISSING,
                        () -> {
                            aws.schedules().delete(group, remove.name());
                            return remove.name();
                        });
            case ScheduleStep.RemoveRole remove -> removeRole(remove, before);
            case ScheduleStep.RemoveGroup remove ->
                taken(
                        before,
                        before.with(before.kept().withoutSchedule()),
                        Operation.DELETE_SCHEDULE_GROUP,
                        ErrorClass.MISSING,
                        () -> {
                            aws.scheduleGroups().delete(group);
                            return group;
                        });
            case ScheduleStep.Start start -> {
                Optional<Problem> refused = starts.start(start);
                yield refused.isEmpty()
                        ? new Taken(started(start, before), Halt.NONE)
                        : new Taken(before, new Halt(Optional.empty(), Optional.empty(), refused));
            }
            case ScheduleStep.Drop drop -> {
                starts.runs().delete(drop.run());
                yield new Taken(before, Halt.NONE);
            }
        };
    }

    private static ScheduleMemory started(ScheduleStep.Start start, ScheduleMemory before) {
        ScheduleMemory memory =
                before.with(before.runs().starting(start.run().getMetadata().getName()));
        return start.due().map(due -> memory.with(memory.times().started(due))).orElse(memory);
    }

    private Taken put(ScheduleStep.Put put, ScheduleMemory before) {
        CreateScheduleRequest request = put.request(before.revisions().arn().orElseThrow());
        boolean create = put.live().isEmpty();
        return taken(
                before,
                before.with(before.kept().schedule(home.scheduleArn())),
                create ? Operation.CREATE_SCHEDULE : Operation.UPDATE_SCHEDULE,
                null,
                () -> {
                    if (create) {
                        // What is on record is deleted with the resource, also when no reply comes.
                        journal.accept(before.with(before.kept().schedule(home.scheduleArn())));
                        aws.schedules().create(request);
                    } else {
                        aws.schedules().update(request);
                    }
                    return request.name();
                });
    }

    private Taken removeRole(ScheduleStep.RemoveRole remove, ScheduleMemory before) {
        Taken policy = taken(before, before, Operation.DELETE_ROLE_POLICY, ErrorClass.MISSING, () -> {
            aws.roles().deletePolicy(remove.name(), SchedulerNames.POLICY);
            return remove.name();
        });
        return policy.halt().isNone()
                ? taken(
                        before,
                        before.with(before.kept().role(Optional.empty())),
                        Operation.DELETE_ROLE,
                        ErrorClass.MISSING,
                        () -> {
                            aws.roles().delete(remove.name());
                            return remove.name();
                        })
                : policy;
    }

    /** A refusal of the class that says the call's work is done counts as done. */
    private Taken taken(
            ScheduleMemory before,
            ScheduleMemory after,
            Operation operation,
            ErrorClass alreadySo,
            Supplier<String> call) {
        return switch (writes.make(operation, Priority.CREATE, call)) {
            case Attempt.Done<String> done -> new Taken(after, Halt.NONE);
            case Attempt.Later<String> later -> new Taken(before, later(later.until()));
            case Attempt.Refused<String> refused ->
                refused.error().errorClass() == alreadySo
                        ? new Taken(after, Halt.NONE)
                        : new Taken(before, refused(refused.error()));
        };
    }

    private RevisionWrites revisions() {
        return new RevisionWrites(aws, writes, RunBlueprint.family(home.owner()));
    }

    private static Taken revised(ScheduleMemory before, Revised revised) {
        OwnRevisions revisions = revised.revisions();
        ScheduleMemory memory = before.with(revisions);
        return switch (revised.attempt()) {
            case Attempt.Done<?> done -> new Taken(memory, Halt.NONE);
            case Attempt.Later<?> later -> new Taken(memory, later(later.until()));
            case Attempt.Refused<?> refused -> new Taken(memory, refused(refused.error()));
        };
    }

    private static Halt later(Instant until) {
        return new Halt(Optional.of(until), Optional.empty(), Optional.empty());
    }

    private static Halt refused(AwsException error) {
        return new Halt(Optional.empty(), Optional.of(error), Optional.empty());
    }
}

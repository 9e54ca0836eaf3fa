package dev.fargate.taskdefinition;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.engine.Plan;
import dev.fargate.taskdefinition.RevisionWrites.Revised;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries out the plan of one task definition, step by step, until one must wait or is refused. */
final class FamilyApplier {
    private final Aws aws;
    private final Writes.Of writes;
    private final RevisionWrites revisions;
    private final Consumer<FamilyMemory> journal;

    FamilyApplier(Aws aws, Writes.Of writes, String family, Consumer<FamilyMemory> journal) {
        this.aws = aws;
        this.writes = writes;
        this.revisions = new RevisionWrites(aws, writes, family);
        this.journal = journal;
    }

    /**
     * How far a plan got.
     *
     * @param memory what is known now
     * @param later a step waits for its turn
     * @param refused AWS refused a step, or gave no reply
     */
    record Outcome(
            FamilyMemory memory, List<FamilyStep> done, Optional<Instant> later, Optional<AwsException> refused) {
        Outcome {
            done = List.copyOf(done);
        }

        boolean complete() {
            return later.isEmpty() && refused.isEmpty();
        }

        /** Retiring old revisions comes last and is no part of Ready: it may wait, or fail and be tried again. */
        boolean leavesOnlyTidying(Plan<FamilyStep> plan) {
            return plan.steps().stream()
                    .filter(step -> !done.contains(step))
                    .allMatch(FamilyStep.Deregister.class::isInstance);
        }
    }

    Outcome apply(Plan<FamilyStep> plan, FamilyMemory start) {
        FamilyMemory memory = start;
        List<FamilyStep> done = new ArrayList<>();
        for (FamilyStep step : plan.steps()) {
            Done taken = take(step, memory);
            memory = taken.memory();
            switch (taken.attempt()) {
                case Attempt.Done<?> made -> done.add(step);
                case Attempt.Later<?> later -> {
                    return new Outcome(memory, done, Optional.of(later.until()), Optional.empty());
                }
                case Attempt.Refused<?> refused -> {
                    return new Outcome(memory, done, Optional.empty(), Optional.of(refused.error()));
                }
            }
        }
        return new Outcome(memory, done, Optional.empty(), Optional.empty());
    }

    private record Done(FamilyMemory memory, Attempt<?> attempt) {}

    private Done take(FamilyStep step, FamilyMemory before) {
        return switch (step) {
            case FamilyStep.Register register -> {
                Revised revised = revisions.register(
                        register.definition(),
                        before.revisions(),
                        register.first() ? Priority.CREATE : Priority.UPDATE,
                        intending -> journal.accept(before.with(intending)));
                yield new Done(before.with(revised.revisions()), revised.attempt());
            }
            case FamilyStep.Tag tag -> new Done(before, tag(tag));
            case FamilyStep.Deregister deregister -> {
                Revised revised = revisions.deregister(deregister.arn(), before.revisions());
                yield new Done(before.with(revised.revisions()), revised.attempt());
            }
        };
    }

    private Attempt<Boolean> tag(FamilyStep.Tag step) {
        return writes.make(Operation.TAG_RESOURCE, Priority.UPDATE, () -> {
            aws.tags().change(step.arn(), step.tags());
            return true;
        });
    }
}

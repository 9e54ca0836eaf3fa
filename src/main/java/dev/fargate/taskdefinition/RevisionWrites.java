package dev.fargate.taskdefinition;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.taskdefinition.DesiredTaskDefinition.LogGroup;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.AwsProblems;
import dev.fargate.turn.Writes;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/** Registers and deregisters the revisions of one family. Each call can be repeated after a crash. */
public final class RevisionWrites {
    private final Aws aws;
    private final Writes.Of writes;
    private final String family;

    public RevisionWrites(Aws aws, Writes.Of writes, String family) {
        this.aws = aws;
        this.writes = writes;
        this.family = family;
    }

    /**
     * What came of a call.
     *
     * @param revisions what is known of the revisions by then
     */
    public record Revised(OwnRevisions revisions, Attempt<?> attempt) {}

    /**
     * Makes the log groups and registers the revision.
     *
     * @param journal puts the intent on record before the call, whose effect could be lost
     */
    public Revised register(
            DesiredTaskDefinition definition, OwnRevisions before, Priority priority, Consumer<OwnRevisions> journal) {
        OwnRevisions intending = before.intending(definition.hash());
        Attempt<TaskDefinition> attempt = writes.make(Operation.REGISTER_TASK_DEFINITION, priority, () -> {
            for (LogGroup group : definition.logGroups()) {
                aws.logGroups().create(group.name(), group.retentionInDays(), group.tags());
            }
            journal.accept(intending);
            return aws.taskDefinitions().register(definition.request());
        });
        return switch (attempt) {
            case Attempt.Done<TaskDefinition> done ->
                new Revised(intending.current(done.reply().taskDefinitionArn(), definition.hash()), done);
            case Attempt.Later<TaskDefinition> later -> new Revised(before, later);
            case Attempt.Refused<TaskDefinition> refused ->
                new Revised(AwsProblems.withoutEffect(refused.error()) ? intending.settled() : intending, refused);
        };
    }

    /** IAM cannot scope this call, so the list of our own revisions is the guard: nothing else is ever deregistered. */
    public Revised deregister(String arn, OwnRevisions before) {
        if (!before.own().contains(arn) || !isOfFamily(arn)) {
            throw new IllegalStateException("not a revision of " + family + ": " + arn);
        }
        Attempt<Boolean> attempt = writes.make(Operation.DEREGISTER_TASK_DEFINITION, Priority.DEREGISTER, () -> {
            aws.taskDefinitions().deregister(arn);
            return true;
        });
        return switch (attempt) {
            case Attempt.Done<Boolean> done -> new Revised(before.without(arn), done);
            case Attempt.Later<Boolean> later -> new Revised(before, later);
            case Attempt.Refused<Boolean> refused ->
                isGone(refused.error(), arn)
                        ? new Revised(before.without(arn), new Attempt.Done<>(true))
                        : new Revised(before, refused);
        };
    }

    /** A revision that is INACTIVE or deleted already is refused as invalid. */
    private boolean isGone(AwsException error, String revision) {
        return error.errorClass() == ErrorClass.MISSING
                || (error.errorClass() == ErrorClass.INVALID && !isActive(revision));
    }

    private boolean isActive(String revision) {
        return aws.taskDefinitions()
                .describe(revision)
                .filter(found -> found.definition().status() == TaskDefinitionStatus.ACTIVE)
                .isPresent();
    }

    private boolean isOfFamily(String revisionArn) {
        return revisionArn.contains(":task-definition/" + family + ":");
    }
}

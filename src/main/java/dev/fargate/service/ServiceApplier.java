package dev.fargate.service;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ContentHash;
import dev.fargate.aws.Digest;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Operation;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.ServiceWatch;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.engine.Plan;
import dev.fargate.taskdefinition.DesiredTaskDefinition.LogGroup;
import dev.fargate.taskdefinition.OwnRevisions;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.AwsProblems;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/** Carries out a service's plan, step by step, until one must wait or is refused. Each step can be repeated after a crash. */
final class ServiceApplier {
    private final Aws aws;
    private final Writes.Of writes;
    private final ServiceWatch watch;
    private final ServiceRef ref;
    private final Consumer<Memory> journal;

    /**
     * For one turn of one resource.
     *
     * @param journal puts what is known on record before a call whose effect could be lost
     */
    ServiceApplier(Aws aws, Writes.Of writes, ServiceWatch watch, ServiceRef ref, Consumer<Memory> journal) {
        this.aws = aws;
        this.writes = writes;
        this.watch = watch;
        this.ref = ref;
        this.journal = journal;
    }

    Outcome apply(Plan<ServiceStep> plan, Outcome start) {
        Outcome outcome = start;
        for (ServiceStep step : plan.steps()) {
            outcome = apply(step, outcome);
            if (!(outcome.stop() instanceof Outcome.Stop.None)) {
                return outcome;
            }
        }
        return outcome;
    }

    private Outcome apply(ServiceStep step, Outcome before) {
        return switch (step) {
            case ServiceStep.Register register -> register(register, before);
            case ServiceStep.Create create -> create(create, before);
            case ServiceStep.Update update -> update(update, before);
            case ServiceStep.Tag tag -> tag(tag, before);
            case ServiceStep.Delete delete -> delete(delete, before);
            case ServiceStep.Deregister deregister -> deregister(deregister, before);
        };
    }

    private Outcome register(ServiceStep.Register step, Outcome before) {
        Memory intending = before.memory()
                .withRevisions(
                        before.memory().revisions().intending(step.definition().hash()));
        Priority priority = step.first() ? Priority.CREATE : Priority.UPDATE;
        Attempt<TaskDefinition> attempt = writes.make(Operation.REGISTER_TASK_DEFINITION, priority, () -> {
            for (LogGroup group : step.definition().logGroups()) {
                aws.logGroups().create(group.name(), group.retentionInDays(), group.tags());
            }
            journal.accept(intending);
            return aws.taskDefinitions().register(step.definition().request());
        });
        return switch (attempt) {
            case Attempt.Done<TaskDefinition> done -> {
                OwnRevisions registered = intending
                        .revisions()
                        .current(
                                done.reply().taskDefinitionArn(),
                                step.definition().hash());
                yield before.did(step, intending.withRevisions(registered));
            }
            case Attempt.Later<TaskDefinition> later -> before.stopped(new Outcome.Stop.Later(later.until()));
            case Attempt.Refused<TaskDefinition> refused ->
                before.knows(
                                AwsProblems.withoutEffect(refused.error())
                                        ? intending.withRevisions(
                                                intending.revisions().settled())
                                        : intending)
                        .stopped(new Outcome.Stop.Refused(refused.error()));
        };
    }

    private Outcome create(ServiceStep.Create step, Outcome before) {
        Memory memory = before.memory();
        CreateServiceRequest request = step.request().toBuilder()
                .taskDefinition(memory.revisions().arn().orElseThrow())
                .build();
        CreateServiceRequest once =
                request.toBuilder().clientToken(token(memory, request)).build();
        Attempt<Service> attempt = seen(Operation.CREATE_SERVICE, Priority.CREATE, once.tags(), () -> aws.services()
                .create(once));
        if (attempt instanceof Attempt.Refused<Service> refused
                && refused.error().errorClass() == ErrorClass.CONFLICT) {
            // The name is taken, by whom a look will tell.
            watch.ask(ref, Instant.EPOCH);
        }
        return after(step, before, attempt);
    }

    /** Tells one incarnation of one resource and one request from all others, and the same again after a crash. */
    private static String token(Memory memory, CreateServiceRequest request) {
        return Digest.token(request.tags().toString() + memory.incarnation() + ContentHash.of(request));
    }

    private Outcome update(ServiceStep.Update step, Outcome before) {
        Priority priority = step.onlyScales() ? Priority.DELETE_OR_SCALE : Priority.UPDATE;
        return after(step, before, seen(Operation.UPDATE_SERVICE, priority, tags(before), () -> aws.services()
                .update(step.request()
                        .applyMutation(update -> {
                            if (step.registers()) {
                                update.taskDefinition(
                                        before.memory().revisions().arn().orElseThrow());
                            }
                        })
                        .cluster(ref.clusterArn())
                        .service(before.memory().serviceArn().orElse(ref.service()))
                        .build())));
    }

    private Outcome tag(ServiceStep.Tag step, Outcome before) {
        Attempt<Boolean> attempt = writes.make(Operation.TAG_RESOURCE, Priority.UPDATE, () -> {
            watch.writing(ref);
            if (!step.put().isEmpty()) {
                aws.tags().tag(step.arn(), step.put());
            }
            if (!step.remove().isEmpty()) {
                aws.tags().untag(step.arn(), step.remove());
            }
            return true;
        });
        return switch (attempt) {
            case Attempt.Done<Boolean> done -> {
                watch.ask(ref, Instant.EPOCH);
                yield before.did(step, before.memory());
            }
            case Attempt.Later<Boolean> later -> before.stopped(new Outcome.Stop.Later(later.until()));
            case Attempt.Refused<Boolean> refused -> before.stopped(new Outcome.Stop.Refused(refused.error()));
        };
    }

    private Outcome delete(ServiceStep.Delete step, Outcome before) {
        return after(
                step,
                before,
                seen(Operation.DELETE_SERVICE, Priority.DELETE_OR_SCALE, tags(before), () -> aws.services()
                        .delete(ref.clusterArn(), step.name())));
    }

    /** IAM cannot scope this call, so the list of our own revisions is the guard: nothing else is ever deregistered. */
    private Outcome deregister(ServiceStep.Deregister step, Outcome before) {
        OwnRevisions revisions = before.memory().revisions();
        if (!revisions.own().contains(step.arn()) || !isOfFamily(step.arn(), ref.service())) {
            throw new IllegalStateException("not a revision of " + ref.service() + ": " + step.arn());
        }
        Attempt<Boolean> attempt = writes.make(Operation.DEREGISTER_TASK_DEFINITION, Priority.DEREGISTER, () -> {
            aws.taskDefinitions().deregister(step.arn());
            return true;
        });
        return switch (attempt) {
            case Attempt.Done<Boolean> done -> before.did(step, retired(before.memory(), step));
            case Attempt.Later<Boolean> later -> before.stopped(new Outcome.Stop.Later(later.until()));
            case Attempt.Refused<Boolean> refused ->
                isGone(refused.error(), step.arn())
                        ? before.did(step, retired(before.memory(), step))
                        : before.stopped(new Outcome.Stop.Refused(refused.error()));
        };
    }

    private static Memory retired(Memory memory, ServiceStep.Deregister step) {
        return memory.withRevisions(memory.revisions().without(step.arn()));
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

    static boolean isOfFamily(String revisionArn, String family) {
        return revisionArn.contains(":task-definition/" + family + ":");
    }

    /** A write to the service: looks that began before it no longer count, and its reply is the newest look. */
    private Attempt<Service> seen(Operation operation, Priority priority, List<Tag> tags, Supplier<Service> call) {
        return writes.make(operation, priority, () -> {
            watch.writing(ref);
            Service reply = call.get();
            // A write's reply need not carry the tags, and a service without owner tags would not be ours.
            Service seen = reply.tags().isEmpty() ? reply.toBuilder().tags(tags).build() : reply;
            watch.wrote(ref, seen);
            return seen;
        });
    }

    private static List<Tag> tags(Outcome before) {
        return before.service().map(Service::tags).orElse(List.of());
    }

    private static Outcome after(ServiceStep step, Outcome before, Attempt<Service> attempt) {
        return switch (attempt) {
            case Attempt.Done<Service> done -> before.saw(done.reply()).did(step, before.memory());
            case Attempt.Later<Service> later -> before.stopped(new Outcome.Stop.Later(later.until()));
            case Attempt.Refused<Service> refused -> before.stopped(new Outcome.Stop.Refused(refused.error()));
        };
    }
}

package dev.fargate.service;

import dev.fargate.aws.Aws;
import dev.fargate.aws.ContentHash;
import dev.fargate.aws.Digest;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Operation;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.ServiceWatch;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.engine.Plan;
import dev.fargate.taskdefinition.RevisionWrites;
import dev.fargate.taskdefinition.RevisionWrites.Revised;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Carries out a service's plan, step by step, until one must wait or is refused. Each step can be repeated after a crash. */
final class ServiceApplier {
    private final Aws aws;
    private final Writes.Of writes;
    private final ServiceWatch watch;
    private final ServiceRef ref;
    private final RevisionWrites revisions;
    private final Consumer<Memory> journal;

    /**
     * For one turn of one resource.
     *
     * @param family of the revisions that the resource registers
     * @param journal puts what is known on record before a call whose effect could be lost
     */
    ServiceApplier(Hands hands, ServiceRef ref, String family, Consumer<Memory> journal) {
        this.aws = hands.aws();
        this.writes = hands.writes();
        this.watch = hands.watch();
        this.ref = ref;
        this.revisions = new RevisionWrites(aws, writes, family);
        this.journal = journal;
    }

    /** What a plan is carried out with. */
    record Hands(Aws aws, Writes.Of writes, ServiceWatch watch) {}

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
            case ServiceStep.Hook hook -> throw new IllegalStateException("a hook is no call of AWS");
            case ServiceStep.Register register -> register(register, before);
            case ServiceStep.Create create -> create(create, before);
            case ServiceStep.Update update -> update(update, before);
            case ServiceStep.StopDeployment stop -> stop(stop, before);
            case ServiceStep.Tag tag -> tag(tag, before);
            case ServiceStep.Delete delete -> delete(delete, before);
            case ServiceStep.Deregister deregister -> deregister(deregister, before);
        };
    }

    private Outcome register(ServiceStep.Register step, Outcome before) {
        Memory memory = before.memory();
        Revised revised = revisions.register(
                step.definition(),
                memory.revisions(),
                step.first() ? Priority.CREATE : Priority.UPDATE,
                intending -> journal.accept(memory.withRevisions(intending)));
        return revised(step, before, revised);
    }

    private Outcome create(ServiceStep.Create step, Outcome before) {
        Memory memory = before.memory();
        CreateServiceRequest request = step.request().toBuilder()
                .taskDefinition(memory.revisions().arn().orElseThrow())
                .build();
        CreateServiceRequest once =
                request.toBuilder().clientToken(token(memory, request)).build();
        Attempt<Service> attempt = seen(Operation.CREATE_SERVICE, Priority.CREATE, once.tags(), () -> {
            if (memory.place().isEmpty() && memory.revisions().own().isEmpty()) {
                // A registration would have put the place on record: without it a deletion after a crash would not
                // look.
                journal.accept(memory);
            }
            return aws.services().create(once);
        });
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
            aws.tags().change(step.arn(), step.tags());
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

    /** The look may be older than the rollout's end: then there is nothing to stop. */
    private Outcome stop(ServiceStep.StopDeployment step, Outcome before) {
        Attempt<Boolean> attempt = writes.make(Operation.STOP_SERVICE_DEPLOYMENT, Priority.DELETE_OR_SCALE, () -> {
            Optional<String> underWay = aws.serviceDeployments().underWay(ref.clusterArn(), ref.service());
            watch.writing(ref);
            underWay.ifPresent(aws.serviceDeployments()::stop);
            return underWay.isPresent();
        });
        return switch (attempt) {
            case Attempt.Done<Boolean> done -> {
                watch.ask(ref, Instant.EPOCH);
                yield done.reply() ? before.did(step, RolloutReading.stopped(before.memory())) : before;
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

    private Outcome deregister(ServiceStep.Deregister step, Outcome before) {
        return revised(
                step, before, revisions.deregister(step.arn(), before.memory().revisions()));
    }

    private static Outcome revised(ServiceStep step, Outcome before, Revised revised) {
        Memory memory = before.memory().withRevisions(revised.revisions());
        return switch (revised.attempt()) {
            case Attempt.Done<?> done -> before.did(step, memory);
            case Attempt.Later<?> later -> before.stopped(new Outcome.Stop.Later(later.until()));
            case Attempt.Refused<?> refused -> before.knows(memory).stopped(new Outcome.Stop.Refused(refused.error()));
        };
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

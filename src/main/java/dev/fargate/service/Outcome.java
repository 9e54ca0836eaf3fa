package dev.fargate.service;

import dev.fargate.aws.AwsException;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * How far a plan got.
 *
 * @param memory what is known now
 * @param service the service as the last reply told it
 * @param done the steps that AWS took
 */
record Outcome(Memory memory, Optional<Service> service, List<ServiceStep> done, Stop stop) {

    Outcome {
        done = List.copyOf(done);
    }

    static Outcome start(Memory memory, Optional<Service> service) {
        return new Outcome(memory, service, List.of(), new Stop.None());
    }

    Outcome did(ServiceStep step, Memory learnt) {
        List<ServiceStep> all = new ArrayList<>(done);
        all.add(step);
        return new Outcome(learnt, service, all, stop);
    }

    Outcome saw(Service reply) {
        return new Outcome(memory, Optional.of(reply), done, stop);
    }

    Outcome knows(Memory learnt) {
        return new Outcome(learnt, service, done, stop);
    }

    Outcome stopped(Stop stop) {
        return new Outcome(memory, service, done, stop);
    }

    /** The fields of a plan that could not be put. */
    List<Difference> pending(Plan<ServiceStep> plan) {
        return open(plan).flatMap(step -> step.change().differences().stream()).toList();
    }

    /** Retiring old revisions comes last and is no part of Ready: it may wait, or fail and be tried again. */
    boolean leavesOnlyTidying(Plan<ServiceStep> plan) {
        return open(plan).allMatch(ServiceStep.Deregister.class::isInstance);
    }

    private Stream<ServiceStep> open(Plan<ServiceStep> plan) {
        return plan.steps().stream().filter(step -> !done.contains(step));
    }

    /** Why it went no further. */
    sealed interface Stop {

        record None() implements Stop {}

        record Later(Instant until) implements Stop {}

        record Refused(AwsException error) implements Stop {}
    }
}

package dev.fargate.service;

import dev.fargate.api.StoppedTask;
import dev.fargate.diagnosis.Cause;
import dev.fargate.diagnosis.Diagnosis;
import dev.fargate.diagnosis.Ending;
import dev.fargate.diagnosis.TaskFacts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;

/** Why tasks of a service do not run, in a sentence with the next step: what its stopped tasks say, else ECS's messages. Pure. */
final class Blame {
    private Blame() {}

    /**
     * The newest failure, or else what interrupted the newest task.
     *
     * @param since what was before has to do with something else
     */
    static Optional<String> of(DesiredService desired, Memory memory, Service service, Instant since) {
        return stopped(memory, since).map(StoppedTask::meaning).or(() -> message(
                        service, ServicePreflight.facts(desired, memory), since)
                .map(Diagnosis::meaning));
    }

    /** The newest task that failed. */
    static Optional<StoppedTask> failedTask(Memory memory, Instant since) {
        return stopped(memory, since).filter(Blame::isFailure);
    }

    /** What ECS's messages stand for. */
    static Optional<Cause> cause(Service service, Instant since) {
        return message(service, TaskFacts.NONE, since).map(Diagnosis::cause);
    }

    private static Optional<StoppedTask> stopped(Memory memory, Instant since) {
        return memory.stopped().stream()
                .filter(task -> !TaskEndings.at(task).isBefore(since))
                .min(Comparator.comparing(task -> !isFailure(task)));
    }

    /** A name that is not known was told by a newer release. */
    static boolean isFailure(StoppedTask task) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.name().equals(task.cause()))
                .allMatch(Cause::isFailure);
    }

    /** What ECS said since, newest first. */
    static List<String> said(Service service, Instant since) {
        return service.events().stream()
                .filter(event -> event.createdAt() != null && !event.createdAt().isBefore(since))
                .map(ServiceEvent::message)
                .toList();
    }

    /** Tasks that could not even be placed leave only messages. */
    private static Optional<Diagnosis> message(Service service, TaskFacts facts, Instant since) {
        return said(service, since).stream()
                .map(message -> Diagnosis.of(Ending.of(message), facts))
                .filter(diagnosis -> diagnosis.cause().isFailure() && diagnosis.cause() != Cause.Unknown)
                .findFirst();
    }
}

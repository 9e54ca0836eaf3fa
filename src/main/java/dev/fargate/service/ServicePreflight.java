package dev.fargate.service;

import dev.fargate.api.Api;
import dev.fargate.aws.Digest;
import dev.fargate.diagnosis.Cause;
import dev.fargate.diagnosis.TaskFacts;
import dev.fargate.preflight.Preflights;
import dev.fargate.preflight.Reports;
import dev.fargate.preflight.Subject;
import dev.fargate.rightsize.RightSizes;
import dev.fargate.taskdefinition.DesiredTaskDefinition.LogGroup;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of a service's tasks before they start. It holds nothing up: ECS tries again by itself, and facts may be minutes old. */
record ServicePreflight(Preflights preflights) {
    Memory known(Reconciliation service, Memory memory, Instant now) {
        Optional<Instant> stuck = service.desired().request().loadBalancers().isEmpty()
                ? Optional.empty()
                : TargetsAwaited.since(memory, now);
        return explained(memory.withPreflight(preflights.of(
                service.ref().owner(),
                subject(service, stuck.isPresent()),
                memory.preflight(),
                evidence(memory, stuck))));
    }

    /** Tasks may have stopped before it was known why. */
    private static Memory explained(Memory memory) {
        Map<Cause, String> known = Reports.known(memory.preflight());
        return known.isEmpty()
                ? memory
                : memory.withStopped(EndingsBound.bounded(memory.stopped().stream()
                        .map(task -> known.entrySet().stream()
                                .filter(found -> found.getKey().name().equals(task.cause()))
                                .findFirst()
                                .map(found -> task.explained(found.getValue()))
                                .orElse(task))
                        .toList()));
    }

    /** At once where a turn has learnt of tasks that the surroundings may explain. */
    Optional<Instant> again(Reconciliation service, Memory memory, Instant now) {
        boolean learnt = memory.preflight()
                        .filter(report -> Reports.failure(report).isEmpty())
                        .isPresent()
                && !evidence(memory, Optional.empty()).equals(evidence(service.recorded(), Optional.empty()));
        return learnt
                ? Optional.of(now.plusSeconds(1))
                : preflights.again(service.ref().owner(), memory.preflight());
    }

    /** What a diagnosis may name of the service's tasks. */
    static TaskFacts facts(DesiredService desired, Memory memory) {
        return desired.facts()
                .finding(Reports.known(memory.preflight()))
                .using(RightSizes.peakMemory(memory.rightSize()));
    }

    private static Optional<Instant> evidence(Memory memory, Optional<Instant> stuck) {
        return Stream.concat(
                        memory.stopped().stream()
                                .filter(task -> Reports.explains(task.cause()))
                                .map(TaskEndings::at),
                        stuck.stream())
                .max(Comparator.naturalOrder());
    }

    private static Subject subject(Reconciliation service, boolean stuck) {
        DesiredService desired = service.desired();
        boolean execution = Boolean.TRUE.equals(desired.request().enableExecuteCommand());
        String asked = Api.annotation(service.resource(), Api.RECONCILE_AT).orElse("");
        return new Subject(
                desired.scope(),
                desired.place().accountId(),
                desired.place().clusterArn(),
                Digest.token(desired.rolloutHash() + execution + asked),
                desired.task().content(),
                desired.request().networkConfiguration().awsvpcConfiguration(),
                desired.request().loadBalancers(),
                execution,
                desired.task() instanceof TaskSource.Own own
                        ? own.definition().logGroups().stream()
                                .map(LogGroup::name)
                                .collect(Collectors.toSet())
                        : Set.of(),
                stuck);
    }
}

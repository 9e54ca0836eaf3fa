package dev.fargate.service;

import dev.fargate.api.Api;
import dev.fargate.api.Drift;
import dev.fargate.api.DriftPolicy;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.Event;
import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.PlannedChange;
import dev.fargate.api.ProblemReport;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Shortened;
import dev.fargate.engine.Step;
import dev.fargate.preflight.Reports;
import dev.fargate.taskdefinition.OwnRevisions;
import dev.fargate.turn.PlannedChanges;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.ecs.model.Service;

/** Tells the truth about a service. Pure. */
final class ServiceReport {
    private static final int EVENTS = 5;
    private static final int DRIFT_BESIDE_PREFLIGHT = 4;
    private static final int MESSAGE_LIMIT = 140;

    private final FargateService resource;
    private final Instant now;

    ServiceReport(FargateService resource, Instant now) {
        this.resource = resource;
        this.now = now;
    }

    /** The steps were taken, or there were none. */
    FargateServiceStatus progress(Health health, Memory memory, Optional<Service> service) {
        return status(health.conditions(conditions()).toList(), memory, service, List.of());
    }

    /**
     * It does not get on.
     *
     * @param pending the fields that could not be put
     */
    FargateServiceStatus problem(Problem problem, Memory memory, Optional<Service> service, List<Difference> pending) {
        return status(conditions().of(problem).toList(), memory, service, pending);
    }

    /** managementPolicy Observe. */
    FargateServiceStatus observing(
            Plan<? extends Step> plan, Memory memory, Optional<Service> service, DriftReading drift) {
        Conditions observing = conditions().observing(plan, !drift.differences().isEmpty());
        return status(observing.toList(), memory, service, List.of(), PlannedChanges.of(plan));
    }

    /** managementPolicy Paused: what was known stays. */
    FargateServiceStatus paused(Memory memory) {
        Conditions paused = resource.isMarkedForDeletion()
                ? conditions().pausedDeletion()
                : conditions().paused();
        return status(paused.toList(), memory, Optional.empty(), List.of());
    }

    /** A revision is about to be registered, or a service to be created. A trouble that is told already stays told until it is over. */
    FargateServiceStatus intending(Memory memory, Optional<Service> service) {
        Optional<FargateServiceStatus> stalled = Optional.ofNullable(resource.getStatus())
                .filter(status -> resource.getMetadata().getGeneration().equals(status.observedGeneration()))
                .filter(status -> Conditions.isTrue(status.conditions(), Conditions.STALLED));
        Conditions intending = memory.revisions().intent().isPresent()
                ? conditions().reconciling("Registering", "Registering a task definition revision.")
                : conditions().reconciling("Creating", "Creating the service.");
        return status(
                stalled.map(FargateServiceStatus::conditions).orElseGet(intending::toList), memory, service, List.of());
    }

    private FargateServiceStatus status(
            List<Condition> conditions, Memory memory, Optional<Service> service, List<Difference> pending) {
        return status(conditions, memory, service, pending, List.of());
    }

    private FargateServiceStatus status(
            List<Condition> conditions,
            Memory memory,
            Optional<Service> service,
            List<Difference> pending,
            List<PlannedChange> plan) {
        Optional<FargateServiceStatus> before = Optional.ofNullable(resource.getStatus());
        // With driftPolicy Report the next turn goes by what was drift: what an edit could not put must not take its
        // place.
        Optional<FargateServiceStatus> known = before.filter(
                status -> resource.getSpec().driftPolicy() == DriftPolicy.Report && status.applied() != null);
        Optional<ProblemReport> problem = ServiceProblem.of(conditions, memory, service, now)
                .map(found -> found.report(before.map(FargateServiceStatus::problem), now));
        return new FargateServiceStatus(
                resource.getMetadata().getGeneration(),
                Reports.beside(conditions, conditions(), memory.preflight(), problem),
                problem.orElse(null),
                memory.place().orElse(null),
                memory.serviceArn().orElse(null),
                memory.incarnation().isEmpty() ? null : memory.incarnation(),
                memory.tagKeys(),
                memory.revisions().equals(OwnRevisions.NONE)
                        ? null
                        : memory.revisions().status(),
                memory.lastGood().orElse(null),
                service.map(Service::desiredCount)
                        .or(() -> before.map(FargateServiceStatus::desiredCount))
                        .orElse(null),
                service.map(Service::runningCount)
                        .or(() -> before.map(FargateServiceStatus::runningCount))
                        .orElse(null),
                service.map(Service::pendingCount)
                        .or(() -> before.map(FargateServiceStatus::pendingCount))
                        .orElse(null),
                memory.rollout().map(ServiceReport::bounded).orElse(null),
                memory.hooks(),
                service.map(ServiceReport::events)
                        .or(() -> before.map(FargateServiceStatus::events))
                        .orElse(List.of()),
                memory.stopped(),
                memory.preflight().orElse(null),
                plan,
                known.map(FargateServiceStatus::drift).orElseGet(() -> drift(pending, memory)),
                known.map(FargateServiceStatus::applied).orElse(null),
                before.map(FargateServiceStatus::cost).orElse(null),
                memory.rightSize().orElse(null),
                before.map(FargateServiceStatus::companions).orElse(List.of()),
                annotation(Api.RECONCILE_AT),
                handled(Api.RESTART_AT, FargateServiceStatus::lastHandledRestartAt),
                handled(Api.STOP_DEPLOYMENT_AT, FargateServiceStatus::lastHandledStopAt));
    }

    /** A status has 16 KiB for all that it tells. */
    private static List<Drift> drift(List<Difference> pending, Memory memory) {
        boolean beside = memory.preflight()
                .filter(report -> !report.problems().isEmpty())
                .isPresent();
        return beside ? PlannedChanges.drift(pending, DRIFT_BESIDE_PREFLIGHT) : PlannedChanges.drift(pending);
    }

    private static List<Event> events(Service service) {
        return service.events().stream()
                .limit(EVENTS)
                .map(event -> new Event(
                        event.createdAt() == null ? null : event.createdAt().toString(),
                        Shortened.to(event.message(), MESSAGE_LIMIT)))
                .toList();
    }

    /** ECS's words are ECS's to lengthen; the status is bounded. */
    private static Rollout bounded(Rollout rollout) {
        return rollout.reason() == null || rollout.reason().length() <= MESSAGE_LIMIT
                ? rollout
                : new Rollout(
                        rollout.id(),
                        rollout.hash(),
                        rollout.state(),
                        rollout.since(),
                        rollout.failedTasks(),
                        Shortened.to(rollout.reason(), MESSAGE_LIMIT),
                        rollout.steady(),
                        rollout.scaledTo(),
                        rollout.failed(),
                        rollout.environment(),
                        rollout.wave());
    }

    private Conditions conditions() {
        return new Conditions(
                resource.getStatus() == null ? List.of() : resource.getStatus().conditions(),
                resource.getMetadata().getGeneration(),
                now);
    }

    /** Echoed once it is due: a time that is still to come, or is none, is not handled. */
    private String handled(String annotation, Function<FargateServiceStatus, String> last) {
        Optional<String> asked = Api.annotation(resource, annotation);
        boolean due = asked.flatMap(ServiceResolver::instant)
                .filter(at -> !at.isAfter(now))
                .isPresent();
        return due
                ? asked.get()
                : Optional.ofNullable(resource.getStatus())
                        .map(last)
                        .filter(handled -> asked.isPresent())
                        .orElse(null);
    }

    private String annotation(String key) {
        return Api.annotation(resource, key).orElse(null);
    }
}

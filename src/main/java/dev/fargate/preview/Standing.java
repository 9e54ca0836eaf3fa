package dev.fargate.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.fargate.api.Api;
import dev.fargate.api.Cost;
import dev.fargate.api.Drift;
import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateProfile;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.Observed;
import dev.fargate.api.PlannedChange;
import dev.fargate.api.PreflightReport;
import dev.fargate.api.ProblemReport;
import dev.fargate.api.RightSize;
import dev.fargate.engine.Conditions;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/**
 * How a resource stands, by its status. The names of the fields may be relied on.
 *
 * @param name {@code namespace/name}, or the name of an environment
 * @param ready status, reason and message of the condition Ready
 * @param problem what is wrong and what to do, or null
 * @param plan what would be done if it were not only to be observed
 * @param preflight what will keep its tasks from starting, and what of that is not known
 * @param passed what is as it must be; of reachability also by which way
 * @param rightSize advice on the size of the tasks, or null
 * @param tasks why tasks stopped, newest first
 */
@JsonInclude(Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "name",
    "ready",
    "problem",
    "preflight",
    "passed",
    "tasks",
    "drift",
    "plan",
    "cost",
    "rightSize"
})
public record Standing(
        String kind,
        String name,
        Readiness ready,
        ProblemReport problem,
        List<PreflightReport.Problem> preflight,
        List<String> passed,
        List<StoppedAs> tasks,
        List<Drift> drift,
        List<PlannedChange> plan,
        Cost cost,
        RightSize rightSize) {

    /** The condition Ready. */
    public record Readiness(String status, String reason, String message) {}

    /** Tasks that stopped alike. */
    @JsonInclude(Include.NON_EMPTY)
    public record StoppedAs(String cause, String at, int count, String meaning) {}

    /** Of a resource of ours that the operator has seen. */
    public static Standing of(HasMetadata resource) {
        return switch (resource) {
            case FargateService service when service.getStatus() != null -> of(service, service.getStatus());
            case FargateTask task when task.getStatus() != null -> of(task, task.getStatus());
            case FargateTaskDefinition definition
            when definition.getStatus() != null ->
                plain(definition, definition.getStatus(), definition.getStatus().plan(), List.of(), null);
            case FargateSchedule schedule
            when schedule.getStatus() != null ->
                plain(
                        schedule,
                        schedule.getStatus(),
                        schedule.getStatus().plan(),
                        schedule.getStatus().drift(),
                        null);
            case FargateProfile profile
            when profile.getStatus() != null ->
                plain(
                        profile,
                        profile.getStatus(),
                        profile.getStatus().plan(),
                        profile.getStatus().drift(),
                        null);
            case FargateEndpoints endpoints
            when endpoints.getStatus() != null ->
                plain(endpoints, endpoints.getStatus(), endpoints.getStatus().plan(), List.of(), null);
            case FargateLoadBalancer balancer
            when balancer.getStatus() != null ->
                plain(balancer, balancer.getStatus(), balancer.getStatus().plan(), List.of(), null);
            case FargateEnvironment environment
            when environment.getStatus() != null ->
                plain(
                        environment,
                        environment.getStatus(),
                        environment.getStatus().plan(),
                        environment.getStatus().drift(),
                        environment.getStatus().cost());
            default ->
                throw new NotReadable(
                        "%s has no status: the operator has not seen it. See whether it runs: kubectl get pods -n fargate-system"
                                .formatted(Api.qualified(resource)));
        };
    }

    private static Standing of(FargateService service, FargateServiceStatus status) {
        return new Standing(
                service.getKind(),
                Api.qualified(service),
                readiness(status.conditions()),
                problem(status),
                problems(status.preflight()),
                passed(status.preflight()),
                status.stoppedTasks().stream()
                        .map(task -> new StoppedAs(
                                task.cause(), task.at(), task.count() == null ? 1 : task.count(), task.meaning()))
                        .toList(),
                status.drift(),
                status.plan(),
                status.cost(),
                status.rightSize());
    }

    private static Standing of(FargateTask task, FargateTaskStatus status) {
        return new Standing(
                task.getKind(),
                Api.qualified(task),
                readiness(status.conditions()),
                problem(status),
                problems(status.preflight()),
                passed(status.preflight()),
                status.attempts().stream()
                        .filter(attempt -> attempt.cause() != null)
                        .map(attempt -> new StoppedAs(attempt.cause(), attempt.stoppedAt(), 1, attempt.meaning()))
                        .toList(),
                List.of(),
                status.plan(),
                null,
                null);
    }

    private static List<PreflightReport.Problem> problems(PreflightReport report) {
        return report == null ? List.of() : report.problems();
    }

    private static List<String> passed(PreflightReport report) {
        return report == null ? List.of() : report.passed();
    }

    private static Standing plain(
            HasMetadata resource, Observed status, List<PlannedChange> plan, List<Drift> drift, Cost cost) {
        return new Standing(
                resource.getKind(),
                Api.qualified(resource),
                readiness(status.conditions()),
                problem(status),
                List.of(),
                List.of(),
                List.of(),
                drift,
                plan,
                cost,
                null);
    }

    private static Readiness readiness(List<Condition> conditions) {
        return Conditions.find(conditions, Conditions.READY)
                .map(ready -> new Readiness(ready.getStatus(), ready.getReason(), ready.getMessage()))
                .orElse(new Readiness("Unknown", "", ""));
    }

    /** A status that an earlier version wrote may tell it by the condition only. */
    private static ProblemReport problem(Observed status) {
        return Optional.ofNullable(status.problem())
                .or(() -> Conditions.find(status.conditions(), Conditions.STALLED)
                        .map(stalled -> new ProblemReport(
                                stalled.getReason(), stalled.getLastTransitionTime(), stalled.getMessage())))
                .orElse(null);
    }
}

package dev.fargate.endpoints;

import dev.fargate.api.Api;
import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEndpointsStatus;
import dev.fargate.api.PlannedChange;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.turn.PlannedChanges;
import dev.fargate.turn.ProblemReports;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Tells the truth about endpoints. Pure. */
record EndpointsReport(FargateEndpoints resource, EndpointsRecipe.Settings settings) {
    private static final String NOT_OFFERED = "NotOffered";

    /** EC2 holds what the spec asks for. */
    FargateEndpointsStatus ready(DesiredEndpoints desired, EndpointsView view, Known known) {
        long used = known.endpoints().stream()
                .filter(endpoint -> !Boolean.TRUE.equals(endpoint.owned()))
                .count();
        String others = used == 0 ? "" : ", %d of them of others".formatted(used);
        return status(
                withNotOffered(
                        conditions()
                                .ready(
                                        "Available",
                                        "%d endpoints in %s are available%s."
                                                .formatted(
                                                        known.endpoints().size(),
                                                        known.vpcId().orElse(""),
                                                        others)),
                        desired,
                        view),
                known,
                List.of());
    }

    /** EC2 is at work, or is about to be. */
    FargateEndpointsStatus working(String reason, List<? extends EndpointStep> open, Known known) {
        String objects = open.stream()
                .map(step -> step.change().toString().lines().findFirst().orElse(""))
                .collect(Collectors.joining("; "));
        return status(conditions().reconciling(reason, "EC2 is at work: %s.".formatted(objects)), known, List.of());
    }

    /** What would be done, and nothing is. */
    FargateEndpointsStatus observing(
            DesiredEndpoints desired, EndpointsView view, Plan<EndpointStep> plan, Known known) {
        return status(withNotOffered(conditions().observing(plan), desired, view), known, PlannedChanges.of(plan));
    }

    FargateEndpointsStatus paused(Known known) {
        return status(conditions().paused(), known, List.of());
    }

    FargateEndpointsStatus pausedDeletion(Known known) {
        return status(conditions().pausedDeletion(), known, List.of());
    }

    /** It does not get on. */
    FargateEndpointsStatus problem(Problem problem, Known known) {
        return status(conditions().of(problem), known, List.of());
    }

    /** The rest goes on without them. */
    private static Conditions withNotOffered(Conditions conditions, DesiredEndpoints desired, EndpointsView view) {
        String missing = ServiceChoice.of(desired, view).stream()
                .filter(choice -> choice.offer().isEmpty())
                .map(ServiceChoice::service)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? conditions
                : conditions.add(
                        NOT_OFFERED,
                        "True",
                        "ServiceNotOffered",
                        ("No endpoint for %s is made or changed: AWS offers none in region %s, or none in the zones of the subnets, or none with addresses of"
                                        + " spec.ipAddressType. Correct the names, add"
                                        + " subnets of other zones, or let tasks reach these services another way.")
                                .formatted(missing, desired.scope().region()));
    }

    private FargateEndpointsStatus status(Conditions conditions, Known known, List<PlannedChange> plan) {
        EndpointCosts costs = EndpointCosts.of(settings.prices(), known.region());
        return new FargateEndpointsStatus(
                resource.getMetadata().getGeneration(),
                conditions.toList(),
                ProblemReports.stalled(conditions.toList(), resource.getStatus(), now())
                        .orElse(null),
                known.accountId().orElse(null),
                known.region().orElse(null),
                known.roleArn().orElse(null),
                known.vpcId().orElse(null),
                known.group().orElse(null),
                costs.on(known.endpoints()),
                costs.all(known.endpoints()).orElse(null),
                EnvironmentsReached.of(settings.environments().all(), known),
                plan,
                Api.annotation(resource, Api.RECONCILE_AT).orElse(null),
                known.tagKeys());
    }

    private Conditions conditions() {
        List<Condition> earlier =
                resource.getStatus() == null ? List.of() : resource.getStatus().conditions();
        return new Conditions(earlier, resource.getMetadata().getGeneration(), now());
    }

    Instant now() {
        return settings.time().instant();
    }
}

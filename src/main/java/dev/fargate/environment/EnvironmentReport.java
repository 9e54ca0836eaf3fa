package dev.fargate.environment;

import dev.fargate.api.Api;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.FargateEnvironmentStatus.Subnet;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells the truth about an environment. Pure. */
final class EnvironmentReport {
    private final FargateEnvironment resource;
    private final FargateEnvironmentStatus before;
    private final Use use;
    private final Instant now;

    EnvironmentReport(FargateEnvironment resource, Use use, Instant now) {
        this.resource = resource;
        this.before = resource.getStatus() == null ? nothing() : resource.getStatus();
        this.use = use;
        this.now = now;
    }

    /** AWS holds what the spec asks for. */
    FargateEnvironmentStatus ready(DesiredEnvironment desired, EnvironmentView view, String clusterArn) {
        Conditions ready =
                conditions().ready("Ready", "Cluster %s and its network are there.".formatted(desired.clusterName()));
        return seen(ready, desired, view.surroundings(), clusterArn);
    }

    /** The cluster is about to be created. */
    FargateEnvironmentStatus creating(DesiredEnvironment desired, EnvironmentView view) {
        Conditions creating =
                conditions().reconciling("Creating", "Creating cluster %s.".formatted(desired.clusterName()));
        return seen(creating, desired, view.surroundings(), before.clusterArn());
    }

    private FargateEnvironmentStatus seen(
            Conditions conditions, DesiredEnvironment desired, EnvironmentView.Surroundings around, String clusterArn) {
        return new FargateEnvironmentStatus(
                generation(),
                conditions.toList(),
                around.caller().accountId(),
                desired.scope().region(),
                desired.scope().roleArn().orElse(null),
                clusterArn,
                around.subnets().isEmpty() ? null : around.subnets().getFirst().vpcId(),
                around.subnets().stream()
                        .map(subnet -> new Subnet(subnet.id(), subnet.availabilityZone()))
                        .toList(),
                around.securityGroups().stream().map(group -> group.id()).toList(),
                before.eventFeed(),
                List.of(),
                use.workloads(),
                sweepSeconds(),
                clusterArn == null ? null : ResolvedHash.of(around.caller().accountId(), clusterArn, generation()),
                annotation());
    }

    /** It does not get on; what was known stays. */
    FargateEnvironmentStatus problem(Problem problem) {
        return new FargateEnvironmentStatus(
                generation(),
                conditions().of(problem).toList(),
                before.accountId(),
                before.region(),
                before.roleArn(),
                before.clusterArn(),
                before.vpcId(),
                before.subnets(),
                before.securityGroups(),
                before.eventFeed(),
                List.of(),
                use.workloads(),
                sweepSeconds(),
                before.resolvedHash(),
                annotation());
    }

    /** A restart changes nothing about an environment: until it is known anew, it is what it was. */
    private Integer sweepSeconds() {
        return use.sweep().map(sweep -> Math.toIntExact(sweep.toSeconds())).orElse(before.sweepSeconds());
    }

    private Conditions conditions() {
        return new Conditions(before.conditions(), generation(), now);
    }

    private Long generation() {
        return resource.getMetadata().getGeneration();
    }

    private String annotation() {
        return resource.getMetadata().getAnnotations() == null
                ? null
                : resource.getMetadata().getAnnotations().get(Api.RECONCILE_AT);
    }

    private static FargateEnvironmentStatus nothing() {
        return new FargateEnvironmentStatus(
                null, List.of(), null, null, null, null, null, List.of(), List.of(), null, List.of(), null, null, null,
                null);
    }

    /**
     * What the environment is used for.
     *
     * @param workloads how many name it
     * @param sweep how often each of them is compared with AWS, if that is known
     */
    record Use(int workloads, Optional<Duration> sweep) {}
}

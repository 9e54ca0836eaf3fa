package dev.fargate.environment;

import dev.fargate.api.EnvironmentNetwork;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentSpec;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.api.Network;
import dev.fargate.aws.AwsScope;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a workload gets when it names an environment. */
public final class Environments {
    private Environments() {}

    /**
     * The environment for a workload of a namespace.
     *
     * @param environment empty when there is none of that name
     */
    public static Resolution<ResolvedEnvironment> resolve(
            String name,
            Optional<FargateEnvironment> environment,
            String namespace,
            Map<String, String> namespaceLabels) {
        if (environment.isEmpty()) {
            return unresolved(Problem.stalled(
                    "EnvironmentNotFound",
                    "There is no FargateEnvironment %s. Create it, or see what there is: kubectl get fenv"
                            .formatted(name)));
        }
        FargateEnvironmentSpec spec = environment.get().getSpec();
        if (!admits(ResolvedEnvironment.access(spec).namespaceSelector(), namespaceLabels)) {
            return unresolved(Problem.stalled(
                    "NamespaceNotAllowed",
                    ("Environment %s does not admit namespace %s: its access.namespaceSelector does not select the"
                                    + " namespace's labels. Label the namespace, or ask who owns the environment.")
                            .formatted(name, namespace)));
        }
        FargateEnvironmentStatus status = environment.get().getStatus();
        if (spec.managementPolicy() == ManagementPolicy.Paused) {
            return unresolved(Problem.waiting(
                    "EnvironmentNotReady",
                    "Environment %s is paused (managementPolicy): what is in it stays as it is until it goes on."
                            .formatted(name)));
        }
        boolean seen = status != null
                && status.resolvedHash() != null
                && status.resolvedHash().equals(resolvedHash(environment.get(), status));
        return seen ? new Resolution.Resolved<>(resolved(name, spec, status)) : unresolved(notReady(name, status));
    }

    private static String resolvedHash(FargateEnvironment environment, FargateEnvironmentStatus status) {
        return ResolvedHash.of(
                new ResolvedHash.Seen(
                        status.accountId(),
                        status.clusterArn(),
                        environment.getMetadata().getGeneration()),
                environment.getSpec().network(),
                status.subnets().stream()
                        .map(FargateEnvironmentStatus.Subnet::id)
                        .toList(),
                status.securityGroups());
    }

    /** The scope that an environment's calls are made in. */
    public static AwsScope scope(String name, FargateEnvironmentSpec spec) {
        return new AwsScope(
                name,
                spec.region(),
                Optional.ofNullable(spec.assumeRole()).map(FargateEnvironmentSpec.AssumeRole::roleArn),
                session(spec));
    }

    /** How an environment's role is assumed. */
    public static AwsScope.Session session(FargateEnvironmentSpec spec) {
        return Optional.ofNullable(spec.assumeRole())
                .map(role -> new AwsScope.Session(
                        Optional.ofNullable(role.externalId()), Boolean.TRUE.equals(role.sessionTags())))
                .orElse(AwsScope.Session.PLAIN);
    }

    private static ResolvedEnvironment resolved(
            String name, FargateEnvironmentSpec spec, FargateEnvironmentStatus status) {
        return new ResolvedEnvironment(
                name,
                scope(name, spec),
                status.accountId(),
                status.clusterArn(),
                network(spec.network(), status),
                ResolvedEnvironment.defaults(spec),
                ResolvedEnvironment.access(spec),
                spec.tags(),
                spec.cluster() == null ? List.of() : spec.cluster().defaultCapacityProviderStrategy(),
                ResolvedEnvironment.edition(spec, status.resolvedHash()));
    }

    /** What is chosen by tags was seen by the environment's own loop. */
    private static Network network(EnvironmentNetwork network, FargateEnvironmentStatus status) {
        return new Network(
                network.subnets().isEmpty()
                        ? status.subnets().stream()
                                .map(FargateEnvironmentStatus.Subnet::id)
                                .toList()
                        : network.subnets(),
                network.securityGroupSelector() == null ? network.securityGroups() : status.securityGroups(),
                network.assignPublicIp());
    }

    private static Problem notReady(String name, FargateEnvironmentStatus status) {
        String why = Optional.ofNullable(status)
                .flatMap(known -> Conditions.find(known.conditions(), Conditions.READY))
                .map(Condition::getMessage)
                .orElse("it has not been looked at yet");
        return Problem.waiting(
                "EnvironmentNotReady",
                "Environment %s is not ready: %s See: kubectl describe fenv %s".formatted(name, why, name));
    }

    /** As everywhere in Kubernetes: no selector selects nothing, an empty one everything. */
    static boolean admits(LabelSelector selector, Map<String, String> labels) {
        if (selector == null) {
            return false;
        }
        Map<String, String> wanted = selector.getMatchLabels() == null ? Map.of() : selector.getMatchLabels();
        return wanted.entrySet().stream().allMatch(label -> label.getValue().equals(labels.get(label.getKey())))
                && (selector.getMatchExpressions() == null
                        || selector.getMatchExpressions().stream().allMatch(rule -> holds(rule, labels)));
    }

    private static boolean holds(LabelSelectorRequirement rule, Map<String, String> labels) {
        String value = labels.get(rule.getKey());
        return switch (rule.getOperator()) {
            case "In" -> value != null && rule.getValues().contains(value);
            case "NotIn" -> value == null || !rule.getValues().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }

    private static Resolution<ResolvedEnvironment> unresolved(Problem problem) {
        return new Resolution.Unresolved<>(problem);
    }
}

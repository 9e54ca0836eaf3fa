package dev.fargate.task;

import dev.fargate.api.FargateTaskSpec.FailureAction;
import dev.fargate.api.FargateTaskSpec.FailurePolicy;
import dev.fargate.api.FargateTaskSpec.FailureRule;
import dev.fargate.api.FargateTaskSpec.Operator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Container;

/** What failurePolicy says of a failed task. Pure. */
record FailureRules(List<FailureRule> rules) {

    FailureRules {
        rules = List.copyOf(rules);
    }

    static FailureRules of(FailurePolicy policy) {
        return new FailureRules(policy == null ? List.of() : policy.rules());
    }

    /**
     * A rule that fits.
     *
     * @param container whose exit code it fits
     * @param number of the rule, from 0
     */
    record Fit(FailureAction action, Container container, int number) {}

    /** The first rule that fits one of the containers; empty where failures count as usual. */
    Optional<Fit> first(List<Container> containers) {
        for (int i = 0; i < rules.size(); i++) {
            FailureRule rule = rules.get(i);
            Optional<Container> culprit = containers.stream()
                    .filter(container -> fits(rule, container))
                    .findFirst();
            if (culprit.isPresent()) {
                return Optional.of(new Fit(rule.action(), culprit.get(), i));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(FailureRule rule, Container container) {
        Integer code = container.exitCode();
        return code != null
                && code != 0
                && (rule.containerName() == null || rule.containerName().equals(container.name()))
                && rule.values().contains(code) == (rule.operator() == Operator.In);
    }
}

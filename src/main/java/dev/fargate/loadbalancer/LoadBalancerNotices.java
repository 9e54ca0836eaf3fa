package dev.fargate.loadbalancer;

import dev.fargate.engine.Notice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What of the steps that were done becomes Events: one for each kind of step, and none for what belongs to a creation. Pure. */
final class LoadBalancerNotices {
    private LoadBalancerNotices() {}

    static List<Notice> of(List<LoadBalancerStep> done) {
        Map<String, String> words = new LinkedHashMap<>();
        for (LoadBalancerStep step : done) {
            reason(step)
                    .filter(reason -> !belongsToCreation(step, words))
                    .ifPresent(reason ->
                            words.merge(reason, step.change().toString(), (before, more) -> before + "; " + more));
        }
        return words.entrySet().stream()
                .map(told -> Notice.normal(told.getKey(), told.getValue()))
                .toList();
    }

    private static boolean belongsToCreation(LoadBalancerStep step, Map<String, String> words) {
        return switch (step) {
            case LoadBalancerStep.Open _ -> words.containsKey("SecurityGroupCreated");
            case LoadBalancerStep.ModifyAttributes _ -> words.containsKey("LoadBalancerCreated");
            default -> false;
        };
    }

    private static Optional<String> reason(LoadBalancerStep step) {
        return Optional.ofNullable(
                switch (step) {
                    case LoadBalancerStep.CreateGroup _ -> "SecurityGroupCreated";
                    case LoadBalancerStep.Open _, LoadBalancerStep.Close _, LoadBalancerStep.TagGroup _ ->
                        "SecurityGroupUpdated";
                    case LoadBalancerStep.DeleteGroup _ -> "SecurityGroupDeleted";
                    case LoadBalancerStep.Create _ -> "LoadBalancerCreated";
                    case LoadBalancerStep.Adopt _ -> "LoadBalancerAdopted";
                    case LoadBalancerStep.SetGroups _,
                            LoadBalancerStep.SetSubnets _,
                            LoadBalancerStep.SetIpAddressType _,
                            LoadBalancerStep.ModifyAttributes _ -> "LoadBalancerUpdated";
                    case LoadBalancerStep.Tag _ -> "LoadBalancerTagged";
                    case LoadBalancerStep.CreateListener _ -> "ListenerCreated";
                    case LoadBalancerStep.ModifyListener _ -> "ListenerUpdated";
                    case LoadBalancerStep.DeleteListener _ -> "ListenerDeleted";
                    case LoadBalancerStep.Delete _ -> "LoadBalancerDeleted";
                    case LoadBalancerStep.Await _ -> null;
                });
    }

    /** The first line of each, for a condition. */
    static String brief(List<LoadBalancerStep> steps) {
        return steps.stream()
                .map(step -> step.change().toString().lines().findFirst().orElse(""))
                .collect(Collectors.joining("; "));
    }
}

package dev.fargate.loadbalancer;

import dev.fargate.aws.LoadBalancers.Action;
import dev.fargate.aws.LoadBalancers.Content;
import dev.fargate.engine.Difference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** In what AWS differs from what is wanted; sets as sets. Pure. */
final class LoadBalancerDifferences {
    private static final String NONE = "none";

    private LoadBalancerDifferences() {}

    static List<Difference> ofAttributes(Map<String, String> wanted, Map<String, String> live) {
        return new TreeMap<>(wanted)
                .entrySet().stream()
                        .filter(attribute -> !attribute.getValue().equals(live.getOrDefault(attribute.getKey(), "")))
                        .map(attribute -> new Difference(
                                "attributes." + attribute.getKey(),
                                shown(attribute.getValue()),
                                shown(live.getOrDefault(attribute.getKey(), ""))))
                        .toList();
    }

    /** Of one port; an SSL policy that is not wanted is not compared. */
    static List<Difference> ofListener(Content wanted, Content live) {
        List<Difference> differences = new ArrayList<>();
        String path = "listeners[%d].".formatted(wanted.port());
        add(differences, path + "protocol", wanted.protocol(), live.protocol());
        add(differences, path + "certificateArn", text(wanted.certificateArn()), text(live.certificateArn()));
        wanted.sslPolicy().ifPresent(policy -> add(differences, path + "sslPolicy", policy, text(live.sslPolicy())));
        add(differences, path + "defaultAction", text(wanted.action()), text(live.action()));
        return differences;
    }

    static String text(Collection<String> names) {
        return names.isEmpty() ? NONE : names.stream().sorted().collect(Collectors.joining(", "));
    }

    private static void add(List<Difference> differences, String path, String wanted, String live) {
        if (!wanted.equals(live)) {
            differences.add(new Difference(path, wanted, live));
        }
    }

    private static String text(Optional<String> value) {
        return value.orElse(NONE);
    }

    private static String text(Action action) {
        return action.type() + new TreeMap<>(action.parameters());
    }

    private static String shown(String value) {
        return value.isEmpty() ? NONE : value;
    }
}

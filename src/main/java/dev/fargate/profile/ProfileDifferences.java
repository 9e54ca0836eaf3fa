package dev.fargate.profile;

import dev.fargate.aws.Profiles.Content;
import dev.fargate.aws.Profiles.Selector;
import dev.fargate.engine.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** In what a profile differs from what is wanted; sets as sets. Pure. */
final class ProfileDifferences {
    private ProfileDifferences() {}

    static List<Difference> of(Content live, Content wanted) {
        List<Difference> differences = new ArrayList<>();
        if (!live.podExecutionRole().equals(wanted.podExecutionRole())) {
            differences.add(new Difference("podExecutionRole", wanted.podExecutionRole(), live.podExecutionRole()));
        }
        if (!live.subnets().equals(wanted.subnets())) {
            differences.add(new Difference("subnets", subnets(wanted.subnets()), subnets(live.subnets())));
        }
        if (!live.selectors().equals(wanted.selectors())) {
            differences.add(new Difference("selectors", selectors(wanted.selectors()), selectors(live.selectors())));
        }
        return differences;
    }

    private static String subnets(Set<String> subnets) {
        return subnets.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String selectors(Set<Selector> selectors) {
        return selectors.stream().map(ProfileDifferences::text).sorted().collect(Collectors.joining(", "));
    }

    static String text(Selector selector) {
        return selector.labels().isEmpty()
                ? selector.namespace()
                : selector.namespace() + new TreeMap<>(selector.labels());
    }
}

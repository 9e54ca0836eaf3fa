package dev.fargate.environment;

import dev.fargate.api.EnvironmentNetwork;
import dev.fargate.api.EnvironmentNetwork.TagSelector;
import dev.fargate.engine.Problem;
import dev.fargate.environment.EnvironmentView.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether tasks can be put into what was seen of a network. Pure. */
final class NetworkRules {
    /** AwsVpcConfiguration takes 16 subnets and 5 security groups (ECS API reference). */
    private static final int MOST_SUBNETS = 16;

    private static final int MOST_GROUPS = 5;

    private NetworkRules() {}

    static Optional<Problem> problem(EnvironmentNetwork network, Surroundings seen) {
        return number(
                        network.subnetSelector(),
                        new Chosen("subnet", seen.subnets().size(), MOST_SUBNETS),
                        network)
                .or(() -> number(
                        network.securityGroupSelector(),
                        new Chosen("securityGroup", seen.securityGroups().size(), MOST_GROUPS),
                        network))
                .or(() -> vpcs(network, seen));
    }

    private static Optional<Problem> number(TagSelector selector, Chosen chosen, EnvironmentNetwork network) {
        if (selector == null) {
            return Optional.empty();
        }
        String where = "spec.network.%sSelector".formatted(chosen.what());
        String tags = described(selector.matchTags())
                + Optional.ofNullable(network.vpcId()).map(vpc -> " in " + vpc).orElse("");
        if (chosen.number() == 0) {
            return Optional.of(Problem.stalled(
                    "NoneSelected",
                    ("%s: nothing carries the tags %s. Tag what tasks are to use, or correct the selector; workloads keep what"
                                    + " they have until then.")
                            .formatted(where, tags)));
        }
        return chosen.number() <= chosen.most()
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "TooManySelected",
                        "%s: %d carry the tags %s, and ECS takes %d. Narrow it down by another tag%s; workloads keep what they have until then."
                                .formatted(
                                        where,
                                        chosen.number(),
                                        tags,
                                        chosen.most(),
                                        network.vpcId() == null ? " or by network.vpcId" : "")));
    }

    private static Optional<Problem> vpcs(EnvironmentNetwork network, Surroundings seen) {
        TreeSet<String> vpcs = Stream.concat(
                        seen.subnets().stream().map(subnet -> subnet.vpcId()),
                        seen.securityGroups().stream().map(group -> group.vpcId()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (vpcs.size() > 1) {
            return Optional.of(Problem.stalled(
                    "Invalid",
                    "spec.network: subnets and security groups lie in different VPCs (%s). Name those of one VPC%s."
                            .formatted(
                                    String.join(", ", vpcs),
                                    network.vpcId() == null ? ", or choose one with network.vpcId" : "")));
        }
        return network.vpcId() == null || vpcs.isEmpty() || vpcs.contains(network.vpcId())
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "Invalid",
                        "spec.network: subnets and security groups lie in %s, and vpcId is %s. Correct one of them."
                                .formatted(vpcs.first(), network.vpcId())));
    }

    private static String described(Map<String, String> tags) {
        List<String> texts = new TreeMap<>(tags)
                .entrySet().stream()
                        .map(tag -> tag.getKey() + "=" + tag.getValue())
                        .toList();
        return String.join(", ", texts);
    }

    private record Chosen(String what, int number, int most) {}
}

package dev.fargate.reachability;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A network ACL: of the rules that match, the one with the lowest number decides, and what none matches is denied (VPC user guide, "Network ACL
 * rules").
 *
 * @param subnets those that it guards
 */
public record NetworkAcl(String id, Set<String> subnets, List<AclRule> out, List<AclRule> in) {
    /** AWS's own, which denies the rest. */
    private static final int LAST = 32767;

    public NetworkAcl {
        subnets = Set.copyOf(subnets);
        out = sorted(out);
        in = sorted(in);
    }

    private static List<AclRule> sorted(List<AclRule> rules) {
        return rules.stream().sorted(Comparator.comparingInt(AclRule::number)).toList();
    }

    /** Whether its rules of one direction let some ports pass, to or from some addresses. */
    static Leave of(List<AclRule> rules, Ports ports, Cidr range) {
        List<AclRule> concerned =
                rules.stream().filter(rule -> rule.concerns(ports, range)).toList();
        Optional<AclRule> decides = deciding(concerned, ports, range);
        boolean allowed = decides.filter(AclRule::allows).isPresent();
        boolean differs = concerned.stream()
                .takeWhile(rule -> !decides.equals(Optional.of(rule)))
                .anyMatch(rule -> rule.allows() != allowed);
        if (differs) {
            return Leave.PARTLY;
        }
        return allowed ? Leave.YES : Leave.NO;
    }

    /** A number for a rule that comes before the one which denies; empty where none is left. */
    static Optional<Integer> numberFor(List<AclRule> rules, Ports ports, Cidr range) {
        int denies = deciding(rules, ports, range).map(AclRule::number).orElse(LAST);
        Set<Integer> taken =
                Set.copyOf(rules.stream().map(AclRule::number).distinct().toList());
        return Stream.iterate(denies - 1, number -> number > 0, number -> number - 1)
                .filter(number -> !taken.contains(number))
                .findFirst();
    }

    private static Optional<AclRule> deciding(List<AclRule> rules, Ports ports, Cidr range) {
        return rules.stream().filter(rule -> rule.decides(ports, range)).findFirst();
    }
}

package dev.fargate.preflight;

import dev.fargate.diagnosis.Cause;
import dev.fargate.preflight.Finding.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** Subnets exist, are of one VPC, and have addresses left. */
final class SubnetCheck {
    private SubnetCheck() {}

    static Stream<Finding> of(Subject subject, Facts facts) {
        List<String> ids = subject.network().subnets();
        List<Subnet> full = known(subject, facts)
                .filter(subnet -> subnet.availableIpAddressCount() != null
                        && subnet.availableIpAddressCount() == 0
                        && subnet.cidrBlock() != null)
                .toList();
        List<Finding> findings = new ArrayList<>();
        ids.forEach(id -> {
            switch (facts.of(Topics.SUBNET, id)) {
                case Answer.Absent<Subnet> absent ->
                    findings.add(failed("Subnet %s does not exist. Name another in network.subnets.".formatted(id)));
                case Answer.Refused<Subnet> refused ->
                    findings.add(Finding.unknown(Check.Subnet, refused, "Subnet " + id));
                case Answer.Known<Subnet> known -> {}
                case Answer.Pending<Subnet> pending -> {}
            }
        });
        missingGroups(subject, facts)
                .map(id -> Finding.failed(
                        Check.Subnet,
                        Cause.SecurityGroup,
                        "Security group %s does not exist. Name another in network.securityGroups.".formatted(id)))
                .forEach(findings::add);
        Set<String> vpcs = vpcs(subject, facts);
        if (vpcs.size() > 1) {
            findings.add(failed(
                    "The subnets are in several VPCs (%s). Name subnets of one.".formatted(String.join(", ", vpcs))));
        }
        if (!full.isEmpty()) {
            String named = String.join(", ", full.stream().map(Subnet::subnetId).toList());
            findings.add(failed(
                    "No address is left in %s: tasks that start there get no network interface. Name larger subnets, or free addresses: aws ec2 describe-network-interfaces --filters Name=subnet-id,Values=%s"
                            .formatted(named, full.getFirst().subnetId())));
        }
        return findings.isEmpty()
                ? Stream.of(Finding.passed(
                        Check.Subnet,
                        "%d subnets of %s have addresses left.".formatted(ids.size(), String.join("", vpcs))))
                : findings.stream();
    }

    /** Security groups that are named and not there. */
    static Stream<String> missingGroups(Subject subject, Facts facts) {
        return subject.network().securityGroups().stream()
                .filter(id -> facts.of(Topics.SECURITY_GROUP, id) instanceof Answer.Absent<?>);
    }

    static Stream<Subnet> known(Subject subject, Facts facts) {
        return subject.network().subnets().stream()
                .map(id -> facts.of(Topics.SUBNET, id))
                .flatMap(answer ->
                        answer instanceof Answer.Known<Subnet> known ? Stream.of(known.value()) : Stream.of());
    }

    /** Of the subnets that are known. */
    static Set<String> vpcs(Subject subject, Facts facts) {
        Set<String> vpcs = new TreeSet<>();
        known(subject, facts).map(Subnet::vpcId).forEach(vpcs::add);
        return vpcs;
    }

    private static Finding failed(String message) {
        return Finding.failed(Check.Subnet, Cause.NetworkInterfaceFailed, message);
    }
}

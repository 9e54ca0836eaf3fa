package dev.fargate.preflight;

import dev.fargate.diagnosis.Cause;
import dev.fargate.preflight.Finding.Check;
import dev.fargate.preflight.Finding.Result;
import dev.fargate.reachability.AwsService;
import dev.fargate.reachability.Endpoint;
import dev.fargate.reachability.NatGateway;
import dev.fargate.reachability.NetworkAcl;
import dev.fargate.reachability.Placement;
import dev.fargate.reachability.Reach;
import dev.fargate.reachability.Reachability;
import dev.fargate.reachability.RouteTable;
import dev.fargate.reachability.SecurityGroup;
import dev.fargate.reachability.Subnet;
import dev.fargate.reachability.Target;
import dev.fargate.reachability.Vpc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;

/** Tasks reach what they need before their containers run. */
final class ReachabilityCheck {
    private final Subject subject;
    private final Facts facts;
    /** Why a part of the network is not known. */
    private final List<Finding> refused = new ArrayList<>();

    private ReachabilityCheck(Subject subject, Facts facts) {
        this.subject = subject;
        this.facts = facts;
    }

    static Stream<Finding> of(Subject subject, Facts facts) {
        return new ReachabilityCheck(subject, facts).findings();
    }

    /** The same of other targets than a task's, each by itself. */
    static Stream<Finding> each(Subject subject, Facts facts, List<Target> targets) {
        ReachabilityCheck check = new ReachabilityCheck(subject, facts);
        return targets.stream().flatMap(target -> check.findings(List.of(target)));
    }

    private Stream<Finding> findings() {
        return findings(Needs.of(subject, facts));
    }

    private Stream<Finding> findings(List<Target> needs) {
        Set<String> vpcs = SubnetCheck.vpcs(subject, facts);
        boolean placed = vpcs.size() == 1
                && SubnetCheck.missingGroups(subject, facts).findAny().isEmpty();
        if (!placed || needs.isEmpty()) {
            // What is wrong with subnets and groups is told by their own check.
            return Stream.of();
        }
        Vpc vpc = vpc(vpcs.iterator().next());
        if (!refused.isEmpty()) {
            return refused.stream().limit(1);
        }
        Reachability reachability = new Reachability(vpc, placement(vpc.id()));
        Map<Reach, List<Target>> reached = new LinkedHashMap<>();
        needs.forEach(need -> reached.computeIfAbsent(reachability.of(need), _ -> new ArrayList<>())
                .add(need));
        return reached.entrySet().stream().map(entry -> finding(entry.getKey(), entry.getValue()));
    }

    private static Finding finding(Reach reach, List<Target> targets) {
        return switch (reach) {
            case Reach.Open open ->
                Finding.passed(Check.Reachability, "%s %s.".formatted(names(targets), open.sentence()));
            case Reach.Pending pending -> Finding.pending(Check.Reachability, pending.sentence());
            case Reach.Unclear unclear -> Finding.unknown(Check.Reachability, unclear.sentence());
            case Reach.Blocked blocked ->
                new Finding(
                        Check.Reachability,
                        Result.Failed,
                        cause(targets.getFirst()).name(),
                        blocked.sentence(),
                        blocked.lacksEndpoint());
        };
    }

    private static String names(List<Target> targets) {
        return targets.stream()
                .map(target -> switch (target) {
                    case Target.Service service -> service.service().endpoint();
                    case Target.Internet internet -> internet.title();
                })
                .collect(Collectors.joining(", "));
    }

    private static Cause cause(Target target) {
        return switch (target) {
            case Target.Internet internet -> Cause.NetworkUnreachable;
            case Target.Service(AwsService service) ->
                switch (service) {
                    case ECR_API, ECR_DKR, S3, SSM_MESSAGES, KMS -> Cause.NetworkUnreachable;
                    case SECRETS_MANAGER, SSM -> Cause.SecretUnreachable;
                    case LOGS -> Cause.LogUnreachable;
                };
        };
    }

    private Placement placement(String vpc) {
        return new Placement(
                subject.network().subnets(),
                ownGroups(vpc).map(SecurityGroup::id).toList(),
                subject.network().assignPublicIp() == AssignPublicIp.ENABLED);
    }

    /** The VPC's default group where none is named (ECS API reference, AwsVpcConfiguration). */
    private Stream<SecurityGroup> ownGroups(String vpc) {
        List<String> named = subject.network().securityGroups();
        return named.isEmpty()
                ? known(Topics.DEFAULT_GROUP, vpc, "The default security group of VPC " + vpc).stream()
                : groups(named.stream());
    }

    private Stream<SecurityGroup> groups(Stream<String> ids) {
        return ids.distinct().flatMap(group -> known(Topics.SECURITY_GROUP, group, "Security group " + group).stream());
    }

    private Vpc vpc(String id) {
        List<RouteTable> tables =
                known(Topics.ROUTE_TABLES, id, "The route tables").orElse(List.of());
        List<NatGateway> nats =
                known(Topics.NAT_GATEWAYS, id, "The NAT gateways").orElse(List.of());
        List<NetworkAcl> acls =
                known(Topics.NETWORK_ACLS, id, "The network ACLs").orElse(List.of());
        List<Endpoint> endpoints =
                known(Topics.ENDPOINTS, id, "The VPC endpoints").orElse(List.of());
        List<Endpoint> concerned = endpoints.stream()
                .filter(endpoint -> Stream.of(AwsService.values())
                        .anyMatch(service -> endpoint.service().endsWith("." + service.endpoint())))
                .toList();
        List<SecurityGroup> groups = Stream.concat(
                        ownGroups(id), groups(concerned.stream().flatMap(endpoint -> endpoint.groups().stream())))
                .distinct()
                .toList();
        List<Subnet> subnets = Stream.concat(
                        subject.network().subnets().stream(),
                        concerned.stream().flatMap(endpoint -> endpoint.subnets().stream()))
                .distinct()
                .flatMap(subnet -> known(Topics.SUBNET, subnet, "Subnet " + subnet).stream())
                .map(NetworkValues::subnet)
                .toList();
        boolean dns = known(Topics.NAMES_RESOLVE, id, "Whether the VPC resolves names")
                .orElse(true);
        return new Vpc(id, subject.region(), dns, subnets, tables, nats, concerned, groups, acls);
    }

    private <T> Optional<T> known(Topic<T> topic, String id, String object) {
        return switch (facts.of(topic, id)) {
            case Answer.Known<T> known -> Optional.of(known.value());
            case Answer.Refused<T> no -> {
                refused.add(Finding.unknown(Check.Reachability, no, object));
                yield Optional.empty();
            }
            case Answer.Absent<T> absent -> Optional.empty();
            case Answer.Pending<T> pending -> Optional.empty();
        };
    }
}

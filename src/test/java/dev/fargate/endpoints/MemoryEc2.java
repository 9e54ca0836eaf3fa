package dev.fargate.endpoints;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.EndpointPolicy;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Identity;
import dev.fargate.aws.SecurityGroups;
import dev.fargate.aws.Subnets;
import dev.fargate.aws.VpcEndpoints;
import dev.fargate.plans.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The network of an account: every write is noted and has its effect at once, or is refused. */
final class MemoryEc2 implements VpcEndpoints, Subnets {
    private final Holdings holdings;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final MemoryGroups groups;

    MemoryEc2(Holdings holdings) {
        this.holdings = holdings;
        endpoints.addAll(holdings.endpoints() == null ? List.of() : holdings.endpoints());
        groups = new MemoryGroups(holdings.group(), calls, id -> endpoints.stream()
                .anyMatch(endpoint -> endpoint.content().groups().contains(id)));
    }

    /**
     * The account as a file tells it.
     *
     * @param tables those that the subnets use
     * @param tagged what tables carry the tag use=endpoints
     * @param group the one with the name that ours has; null: none
     * @param refusal of what is created; null: none
     */
    record Holdings(
            String accountId,
            List<Subnet> subnets,
            Set<String> tables,
            Set<String> tagged,
            List<Offer> offers,
            List<Endpoint> endpoints,
            SecurityGroups.Group group,
            Refusal refusal) {}

    /**
     * What EC2 says instead of doing it.
     *
     * @param service null: to all
     */
    record Refusal(ErrorClass errorClass, String code, String message, String service) {
        boolean concerns(String other) {
            return service == null || other.equals(service);
        }
    }

    Aws aws() {
        return Ports.of((Identity) () -> new Identity.Caller(holdings.accountId(), "aws"), groups, this);
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    /** Of creations. */
    List<String> tokens() {
        return List.copyOf(tokens);
    }

    @Override
    public List<Offer> offers(Set<String> services) {
        return holdings.offers().stream()
                .filter(offer -> services.contains(offer.service()))
                .toList();
    }

    @Override
    public List<Endpoint> of(String vpcId) {
        return List.copyOf(endpoints);
    }

    @Override
    public Set<String> routeTables(String vpcId, Set<String> subnets) {
        return holdings.tables();
    }

    @Override
    public Set<String> routeTables(Selection selection) {
        return holdings.tagged() == null ? Set.of() : holdings.tagged();
    }

    @Override
    public Endpoint create(Request request) {
        tokens.add(request.token());
        calls.add(
                "ec2:CreateVpcEndpoint %s %s %s".formatted(request.type(), request.service(), text(request.content())));
        if (holdings.refusal() != null && holdings.refusal().concerns(request.service())) {
            throw new AwsException(
                    holdings.refusal().errorClass(),
                    "ec2:CreateVpcEndpoint",
                    holdings.refusal().code(),
                    holdings.refusal().message(),
                    null);
        }
        Endpoint made = new Endpoint(
                "vpce-new-%d".formatted(endpoints.size()),
                request.service(),
                request.type(),
                "pending",
                request.content(),
                List.of("vpce-new.%s.vpce.amazonaws.com".formatted(request.service())),
                request.tags());
        endpoints.add(made);
        return made;
    }

    /** What EC2 is at work on is done. */
    void settle() {
        endpoints.removeIf(Endpoint::isGoing);
        endpoints.replaceAll(endpoint -> with(endpoint, "available", endpoint.content(), endpoint.tags()));
    }

    @Override
    public void modify(String id, Content live, Content wanted) {
        calls.add("ec2:ModifyVpcEndpoint %s from %s to %s".formatted(id, text(live), text(wanted)));
        change(id, endpoint -> with(endpoint, endpoint.state(), wanted, endpoint.tags()));
    }

    @Override
    public void delete(String id) {
        calls.add("ec2:DeleteVpcEndpoints " + id);
        change(id, endpoint -> with(endpoint, "deleting", endpoint.content(), endpoint.tags()));
    }

    @Override
    public void tag(String id, Map<String, String> tags) {
        calls.add("ec2:CreateTags %s %s".formatted(id, new TreeMap<>(tags)));
        change(id, endpoint -> {
            Map<String, String> all = new TreeMap<>(endpoint.tags());
            all.putAll(tags);
            return with(endpoint, endpoint.state(), endpoint.content(), all);
        });
    }

    @Override
    public void untag(String id, Set<String> keys) {
        calls.add("ec2:DeleteTags %s %s".formatted(id, new TreeSet<>(keys)));
        change(id, endpoint -> {
            Map<String, String> all = new TreeMap<>(endpoint.tags());
            all.keySet().removeAll(keys);
            return with(endpoint, endpoint.state(), endpoint.content(), all);
        });
    }

    @Override
    public List<Subnet> subnets(List<String> ids) {
        return holdings.subnets().stream()
                .filter(subnet -> ids.contains(subnet.id()))
                .toList();
    }

    @Override
    public List<Subnet> subnets(Selection selection) {
        return selection.tags().containsValue("none")
                ? List.of()
                : holdings.subnets().subList(0, 3);
    }

    @Override
    public List<SecurityGroup> securityGroups(List<String> ids) {
        throw new UnsupportedOperationException("EC2 looks at the groups of endpoints itself");
    }

    @Override
    public List<SecurityGroup> securityGroups(Selection selection) {
        throw new UnsupportedOperationException("groups of endpoints are given by id");
    }

    private void change(String id, UnaryOperator<Endpoint> change) {
        endpoints.replaceAll(endpoint -> endpoint.id().equals(id) ? change.apply(endpoint) : endpoint);
    }

    private static Endpoint with(Endpoint endpoint, String state, Content content, Map<String, String> tags) {
        return new Endpoint(endpoint.id(), endpoint.service(), endpoint.type(), state, content, endpoint.names(), tags);
    }

    private static String text(Content content) {
        return "subnets %s groups %s tables %s%s"
                .formatted(
                        new TreeSet<>(content.subnets()),
                        new TreeSet<>(content.groups()),
                        new TreeSet<>(content.routeTables()),
                        (content.privateDns() ? " with private DNS" : "")
                                + (content.addresses().equals(Content.IPV4) ? "" : " " + content.addresses())
                                + (content.policy().equals(EndpointPolicy.FULL_ACCESS)
                                        ? ""
                                        : " policy " + content.policy().text()));
    }
}

package dev.fargate.loadbalancer;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.BalancerTags;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.LoadBalancers;
import dev.fargate.aws.SecurityGroups;
import dev.fargate.loadbalancer.LoadBalancerView.Seen;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One load balancer and one security group, as ELB and EC2 hold them: what is set up takes until a person says so. */
final class MemoryLoadBalancers implements LoadBalancers, BalancerTags, SecurityGroups {
    private static final String ACCOUNT = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:";

    private LoadBalancer balancer;
    private boolean groupIsKept;
    private boolean groupIsUnknown;
    private final Map<String, String> attributes = new HashMap<>();
    private final Map<String, Listener> listeners = new HashMap<>();
    private final Map<String, Map<String, String>> tags = new HashMap<>();
    private final Map<String, Group> groups = new HashMap<>();

    MemoryLoadBalancers(Holdings held) {
        Optional.ofNullable(held.balancer()).ifPresent(this::hold);
        Optional.ofNullable(held.group())
                .ifPresent(group ->
                        groups.put(group.name(), new Group(group.id(), Set.copyOf(group.openings()), group.tags())));
    }

    /** What stands in a file. */
    record Holdings(HeldBalancer balancer, HeldGroup group) {}

    /** A load balancer; each listener without tags of its own gets those of its load balancer. */
    record HeldBalancer(
            String name,
            String type,
            String scheme,
            String vpcId,
            String state,
            String reason,
            String ipAddressType,
            List<String> subnets,
            List<String> groups,
            Map<String, String> attributes,
            Map<String, String> tags,
            List<HeldListener> listeners) {}

    /** A listener. */
    record HeldListener(
            int port,
            String protocol,
            String certificateArn,
            String sslPolicy,
            Action action,
            Map<String, String> tags) {
        Content content() {
            return new Content(
                    port, protocol, Optional.ofNullable(certificateArn), Optional.ofNullable(sslPolicy), action);
        }
    }

    /** A security group. */
    record HeldGroup(String name, String id, List<Opening> openings, Map<String, String> tags) {}

    private void hold(HeldBalancer held) {
        balancer = new LoadBalancer(
                arn(held.name()),
                new Fixed(held.name(), held.type(), held.scheme(), held.vpcId()),
                new Address(held.name() + ".eu-west-1.elb.amazonaws.com", "Z32O12XQLNTSW2"),
                new State(held.state(), Optional.ofNullable(held.reason())),
                held.ipAddressType(),
                Set.copyOf(held.subnets()),
                Set.copyOf(held.groups()));
        attributes.putAll(held.attributes());
        tags.put(balancer.arn(), new HashMap<>(held.tags()));
        held.listeners()
                .forEach(listener -> createListener(
                        balancer.arn(),
                        listener.content(),
                        Optional.ofNullable(listener.tags()).orElse(held.tags())));
    }

    /** Whether a network interface of a load balancer that is gone still has the security group. */
    void keepGroup(boolean kept) {
        groupIsKept = kept;
    }

    /** ELB does not know the next security group that is made until it is asked again. */
    void refuseGroupOnce() {
        groupIsUnknown = true;
    }

    /** What is being set up is so by now. */
    void settle() {
        if (balancer != null) {
            balancer = with(balancer.ipAddressType(), balancer.subnets(), balancer.groups(), "active");
        }
    }

    LoadBalancerView view(String name, String vpcId) {
        return new LoadBalancerView(
                named(name).map(found -> new Seen(found, attributes, listeners(found.arn()), tags)),
                named(vpcId, name));
    }

    private static String arn(String name) {
        return ACCOUNT + "loadbalancer/app/" + name + "/50dc6c495c0c9188";
    }

    private LoadBalancer with(String ipAddressType, Set<String> subnets, Set<String> withGroups, String state) {
        return new LoadBalancer(
                balancer.arn(),
                balancer.fixed(),
                balancer.address(),
                new State(state, Optional.empty()),
                ipAddressType,
                subnets,
                withGroups);
    }

    @Override
    public Optional<LoadBalancer> named(String name) {
        return Optional.ofNullable(balancer)
                .filter(found -> found.fixed().name().equals(name));
    }

    @Override
    public Map<String, String> attributes(String arn) {
        return Map.copyOf(attributes);
    }

    @Override
    public List<Listener> listeners(String arn) {
        return List.copyOf(listeners.values());
    }

    @Override
    public Map<String, Map<String, String>> tags(Collection<String> arns) {
        return Map.copyOf(tags);
    }

    @Override
    public LoadBalancer create(Request request) {
        if (balancer != null) {
            return balancer;
        }
        if (groupIsUnknown) {
            groupIsUnknown = false;
            throw new AwsException(
                    ErrorClass.INVALID, "elasticloadbalancing:CreateLoadBalancer", "InvalidSecurityGroup", "?", null);
        }
        balancer = new LoadBalancer(
                arn(request.fixed().name()),
                request.fixed(),
                new Address("dns", "zone"),
                new State("provisioning", Optional.empty()),
                request.ipAddressType(),
                request.subnets(),
                request.groups());
        tags.put(balancer.arn(), new HashMap<>(request.tags()));
        attributes.put("deletion_protection.enabled", "false");
        return balancer;
    }

    @Override
    public void setSecurityGroups(String arn, Set<String> ids) {
        balancer = with(
                balancer.ipAddressType(),
                balancer.subnets(),
                ids,
                balancer.state().code());
    }

    @Override
    public void setSubnets(String arn, Set<String> subnets) {
        balancer = with(
                balancer.ipAddressType(),
                subnets,
                balancer.groups(),
                balancer.state().code());
    }

    @Override
    public void setIpAddressType(String arn, String type) {
        balancer = with(
                type, balancer.subnets(), balancer.groups(), balancer.state().code());
    }

    @Override
    public void modifyAttributes(String arn, Map<String, String> changed) {
        attributes.putAll(changed);
    }

    @Override
    public void createListener(String arn, Content content, Map<String, String> withTags) {
        String listener = arn.replace(":loadbalancer/", ":listener/") + "/port-" + content.port();
        listeners.put(listener, new Listener(listener, content));
        tags.put(listener, new HashMap<>(withTags));
    }

    @Override
    public void modifyListener(String listenerArn, Content content) {
        listeners.put(listenerArn, new Listener(listenerArn, content));
    }

    @Override
    public void deleteListener(String listenerArn) {
        listeners.remove(listenerArn);
        tags.remove(listenerArn);
    }

    /** Of either kind. */
    @Override
    public void delete(String id) {
        if (group(id).isPresent()) {
            if (groupIsKept) {
                throw new AwsException(
                        ErrorClass.CONFLICT, "ec2:DeleteSecurityGroup", "DependencyViolation", "in use", null);
            }
            groups.values().removeIf(group -> group.id().equals(id));
            return;
        }
        if (Boolean.parseBoolean(attributes.get(DesiredLoadBalancer.PROTECTION))) {
            throw new AwsException(
                    ErrorClass.INVALID,
                    "elasticloadbalancing:DeleteLoadBalancer",
                    "OperationNotPermitted",
                    "protected",
                    null);
        }
        balancer = null;
        listeners.clear();
        tags.clear();
    }

    @Override
    public Optional<Group> named(String vpcId, String name) {
        return Optional.ofNullable(groups.get(name));
    }

    @Override
    public List<Group> everywhere(String name) {
        return named("", name).stream().toList();
    }

    @Override
    public String create(String vpcId, String name, String description, Map<String, String> withTags) {
        groups.put(name, new Group("sg-made", Set.of(), withTags));
        return "sg-made";
    }

    @Override
    public void open(String id, Set<Opening> openings) {
        Set<Opening> all = new HashSet<>(openings);
        group(id).map(entry -> entry.getValue().openings()).ifPresent(all::addAll);
        group(id)
                .ifPresent(entry ->
                        entry.setValue(new Group(id, all, entry.getValue().tags())));
    }

    @Override
    public void close(String id, Set<Opening> openings) {
        Set<Opening> rest = new HashSet<>(group(id).orElseThrow().getValue().openings());
        rest.removeAll(openings);
        group(id)
                .ifPresent(entry ->
                        entry.setValue(new Group(id, rest, entry.getValue().tags())));
    }

    private Optional<Map.Entry<String, Group>> group(String id) {
        return groups.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .findFirst();
    }

    @Override
    public void tag(String id, Map<String, String> put) {
        Optional<Map.Entry<String, Group>> group = group(id);
        Map<String, String> all = new HashMap<>(
                group.map(entry -> entry.getValue().tags()).orElseGet(() -> tags.getOrDefault(id, Map.of())));
        all.putAll(put);
        retag(id, group, all);
    }

    @Override
    public void untag(String id, Set<String> keys) {
        Optional<Map.Entry<String, Group>> group = group(id);
        Map<String, String> rest = new HashMap<>(
                group.map(entry -> entry.getValue().tags()).orElseGet(() -> tags.getOrDefault(id, Map.of())));
        rest.keySet().removeAll(keys);
        retag(id, group, rest);
    }

    private void retag(String id, Optional<Map.Entry<String, Group>> group, Map<String, String> all) {
        group.ifPresentOrElse(
                entry -> entry.setValue(new Group(id, entry.getValue().openings(), all)), () -> tags.put(id, all));
    }
}

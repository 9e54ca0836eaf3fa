package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;
import static dev.fargate.aws.sdk.Calls.found;

import dev.fargate.aws.LoadBalancers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

record ElbLoadBalancers(Supplier<ElasticLoadBalancingV2Client> elb) implements LoadBalancers {
    /** DescribeTags takes 20 ARNs (ELB API reference). */
    private static final int ARNS = 20;

    @Override
    public Optional<LoadBalancer> named(String name) {
        return found("elasticloadbalancing:DescribeLoadBalancers", () -> elb.get()
                        .describeLoadBalancers(request -> request.names(name)))
                .flatMap(reply -> reply.loadBalancers().stream().findFirst())
                .map(ElbLoadBalancers::balancer);
    }

    @Override
    public Map<String, String> attributes(String arn) {
        Map<String, String> attributes = new HashMap<>();
        call("elasticloadbalancing:DescribeLoadBalancerAttributes", () -> elb.get()
                        .describeLoadBalancerAttributes(request -> request.loadBalancerArn(arn)))
                .attributes()
                .forEach(attribute -> attributes.put(attribute.key(), text(attribute.value())));
        return attributes;
    }

    @Override
    public List<Listener> listeners(String arn) {
        return call(
                "elasticloadbalancing:DescribeListeners",
                () -> elb.get().describeListenersPaginator(request -> request.loadBalancerArn(arn)).listeners().stream()
                        .map(listener -> new Listener(listener.listenerArn(), ListenerWords.content(listener)))
                        .toList());
    }

    @Override
    public Map<String, Map<String, String>> tags(Collection<String> arns) {
        List<String> all = List.copyOf(arns);
        Map<String, Map<String, String>> tags = new HashMap<>();
        for (int i = 0; i < all.size(); i += ARNS) {
            List<String> some = all.subList(i, Math.min(all.size(), i + ARNS));
            call("elasticloadbalancing:DescribeTags", () -> elb.get()
                            .describeTags(request -> request.resourceArns(some)))
                    .tagDescriptions()
                    .forEach(described -> tags.put(
                            described.resourceArn(),
                            described.tags().stream().collect(Collectors.toMap(Tag::key, tag -> text(tag.value())))));
        }
        return tags;
    }

    @Override
    public LoadBalancer create(Request request) {
        return balancer(call("elasticloadbalancing:CreateLoadBalancer", () -> elb.get()
                        .createLoadBalancer(
                                builder -> builder.name(request.fixed().name())
                                        .type(request.fixed().type())
                                        .scheme(request.fixed().scheme())
                                        .ipAddressType(request.ipAddressType())
                                        .subnets(sorted(request.subnets()))
                                        .securityGroups(sorted(request.groups()))
                                        .tags(tagList(request.tags()))))
                .loadBalancers()
                .getFirst());
    }

    @Override
    public void setSecurityGroups(String arn, Set<String> groups) {
        call("elasticloadbalancing:SetSecurityGroups", () -> elb.get()
                .setSecurityGroups(request -> request.loadBalancerArn(arn).securityGroups(sorted(groups))));
    }

    @Override
    public void setSubnets(String arn, Set<String> subnets) {
        call("elasticloadbalancing:SetSubnets", () -> elb.get()
                .setSubnets(request -> request.loadBalancerArn(arn).subnets(sorted(subnets))));
    }

    @Override
    public void setIpAddressType(String arn, String type) {
        call("elasticloadbalancing:SetIpAddressType", () -> elb.get()
                .setIpAddressType(request -> request.loadBalancerArn(arn).ipAddressType(type)));
    }

    @Override
    public void modifyAttributes(String arn, Map<String, String> attributes) {
        List<LoadBalancerAttribute> changed = attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(attribute -> LoadBalancerAttribute.builder()
                        .key(attribute.getKey())
                        .value(attribute.getValue())
                        .build())
                .toList();
        call("elasticloadbalancing:ModifyLoadBalancerAttributes", () -> elb.get()
                .modifyLoadBalancerAttributes(
                        request -> request.loadBalancerArn(arn).attributes(changed)));
    }

    @Override
    public void createListener(String arn, Content content, Map<String, String> tags) {
        call("elasticloadbalancing:CreateListener", () -> elb.get()
                .createListener(request -> request.loadBalancerArn(arn)
                        .port(content.port())
                        .protocol(content.protocol())
                        .certificates(certificates(content))
                        .sslPolicy(content.sslPolicy().orElse(null))
                        .defaultActions(ListenerWords.action(content.action()))
                        .tags(tagList(tags))));
    }

    @Override
    public void modifyListener(String listenerArn, Content content) {
        call("elasticloadbalancing:ModifyListener", () -> elb.get()
                .modifyListener(request -> request.listenerArn(listenerArn)
                        .port(content.port())
                        .protocol(content.protocol())
                        .certificates(certificates(content))
                        .sslPolicy(content.sslPolicy().orElse(null))
                        .defaultActions(ListenerWords.action(content.action()))));
    }

    @Override
    public void deleteListener(String listenerArn) {
        found("elasticloadbalancing:DeleteListener", () -> elb.get()
                .deleteListener(request -> request.listenerArn(listenerArn)));
    }

    @Override
    public void tag(String arn, Map<String, String> tags) {
        call("elasticloadbalancing:AddTags", () -> elb.get()
                .addTags(request -> request.resourceArns(arn).tags(tagList(tags))));
    }

    @Override
    public void untag(String arn, Set<String> keys) {
        call("elasticloadbalancing:RemoveTags", () -> elb.get()
                .removeTags(request -> request.resourceArns(arn).tagKeys(sorted(keys))));
    }

    @Override
    public void delete(String arn) {
        call("elasticloadbalancing:DeleteLoadBalancer", () -> elb.get()
                .deleteLoadBalancer(request -> request.loadBalancerArn(arn)));
    }

    private static LoadBalancer balancer(
            software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer found) {
        return new LoadBalancer(
                found.loadBalancerArn(),
                new Fixed(
                        found.loadBalancerName(),
                        text(found.typeAsString()),
                        text(found.schemeAsString()),
                        text(found.vpcId())),
                new Address(text(found.dnsName()), text(found.canonicalHostedZoneId())),
                new State(
                        text(found.state() == null ? null : found.state().codeAsString()),
                        Optional.ofNullable(found.state()).map(state -> state.reason())),
                text(found.ipAddressTypeAsString()),
                found.availabilityZones().stream()
                        .map(AvailabilityZone::subnetId)
                        .collect(Collectors.toSet()),
                new HashSet<>(found.securityGroups()));
    }

    /** An empty list would ask for no certificate, which ModifyListener takes for a mistake; unset means none. */
    private static Collection<Certificate> certificates(Content content) {
        return content.certificateArn()
                .map(arn -> List.of(Certificate.builder().certificateArn(arn).build()))
                .orElse(null);
    }

    private static List<Tag> tagList(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static List<String> sorted(Set<String> ids) {
        List<String> sorted = new ArrayList<>(ids);
        sorted.sort(null);
        return sorted;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}

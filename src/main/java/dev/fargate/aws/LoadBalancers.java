package dev.fargate.aws;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Elastic Load Balancing: load balancers and their listeners. */
public interface LoadBalancers {
    /** DescribeLoadBalancers by name; empty when there is none. */
    Optional<LoadBalancer> named(String name);

    /** DescribeLoadBalancerAttributes. */
    Map<String, String> attributes(String arn);

    /** DescribeListeners, all pages; without tags. */
    List<Listener> listeners(String arn);

    /** DescribeTags: by ARN, of load balancers and listeners. */
    Map<String, Map<String, String>> tags(Collection<String> arns);

    /** CreateLoadBalancer: succeeds, too, when one of the same settings is there, whosoever it is. */
    LoadBalancer create(Request request);

    /** SetSecurityGroups: refused for a Network Load Balancer that was made without any. */
    void setSecurityGroups(String arn, Set<String> groups);

    /** SetSubnets. */
    void setSubnets(String arn, Set<String> subnets);

    /** SetIpAddressType. */
    void setIpAddressType(String arn, String type);

    /** ModifyLoadBalancerAttributes: what is not named stays. */
    void modifyAttributes(String arn, Map<String, String> attributes);

    /** CreateListener: succeeds, too, when one of the same settings is there. */
    void createListener(String arn, Content content, Map<String, String> tags);

    /** ModifyListener. */
    void modifyListener(String listenerArn, Content content);

    /** DeleteListener. */
    void deleteListener(String listenerArn);

    /** AddTags. */
    void tag(String arn, Map<String, String> tags);

    /** RemoveTags. */
    void untag(String arn, Set<String> keys);

    /** DeleteLoadBalancer, with its listeners: succeeds when there is none; refused while it is protected. */
    void delete(String arn);

    /** What is fixed when a load balancer is made, and what it begins with. */
    record Request(
            Fixed fixed, String ipAddressType, Set<String> subnets, Set<String> groups, Map<String, String> tags) {
        public Request {
            subnets = Set.copyOf(subnets);
            groups = Set.copyOf(groups);
            tags = Map.copyOf(tags);
        }
    }

    /**
     * What AWS cannot change.
     *
     * @param type {@code application} or {@code network}
     * @param scheme {@code internet-facing} or {@code internal}
     */
    record Fixed(String name, String type, String scheme, String vpcId) {}

    /** Where a load balancer is found. */
    record Address(String dnsName, String hostedZoneId) {}

    /** {@code provisioning}, {@code active}, {@code active_impaired} or {@code failed}, and perhaps why. */
    record State(String code, Optional<String> reason) {}

    /** A load balancer, without attributes, listeners and tags. */
    record LoadBalancer(
            String arn,
            Fixed fixed,
            Address address,
            State state,
            String ipAddressType,
            Set<String> subnets,
            Set<String> groups) {
        public LoadBalancer {
            subnets = Set.copyOf(subnets);
            groups = Set.copyOf(groups);
        }
    }

    /** A listener. */
    record Listener(String arn, Content content) {}

    /**
     * What a listener does.
     *
     * @param sslPolicy empty for what is not encrypted, or where it does not matter
     */
    record Content(
            int port, String protocol, Optional<String> certificateArn, Optional<String> sslPolicy, Action action) {}

    /**
     * What is done with a request that no rule takes.
     *
     * @param type as ELB calls it: {@code fixed-response}, {@code redirect}, {@code forward}
     * @param parameters by their names in ELB's API; a text that cannot be compared stands under {@code other}
     */
    record Action(String type, Map<String, String> parameters) {
        public Action {
            parameters = Map.copyOf(parameters);
        }
    }
}

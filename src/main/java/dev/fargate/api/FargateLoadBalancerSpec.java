package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/** What the load balancer is to be; the operator never writes it. */
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(value = LoadBalancerRules.PROTOCOLS, message = LoadBalancerRules.PROTOCOLS_SAYS)
@ValidationRule(value = LoadBalancerRules.IDLE, message = LoadBalancerRules.IDLE_SAYS)
@ValidationRule(value = LoadBalancerRules.GROUPS, message = LoadBalancerRules.GROUPS_SAYS)
@ValidationRule(value = LoadBalancerRules.ZONES, message = LoadBalancerRules.ZONES_SAYS)
@ValidationRule(value = LoadBalancerRules.SAME_NAME, message = LoadBalancerRules.SAME_NAME_SAYS)
@ValidationRule(value = LoadBalancerRules.SAME_TYPE, message = LoadBalancerRules.SAME_TYPE_SAYS)
@ValidationRule(value = LoadBalancerRules.SAME_SCHEME, message = LoadBalancerRules.SAME_SCHEME_SAYS)
public record FargateLoadBalancerSpec(
        @JsonPropertyDescription(
                "Name of the FargateEnvironment whose account and region the load balancer is in. Immutable.")
        @Required
        @Size(min = 1, max = 63)
        @ValidationRule(
                value = "self == oldSelf",
                message = "environment is immutable: create another FargateLoadBalancer in the other environment")
        String environment,

        @JsonPropertyDescription(
                "Name of the load balancer and of its security group: up to 32 letters, digits and -. Immutable. Absent: default f- and 26 characters that follow from"
                        + " cluster, namespace and name.")
        @Size(min = 1, max = 32)
        @Pattern(LoadBalancerRules.NAME)
        @ValidationRule(value = LoadBalancerRules.RESERVED, message = LoadBalancerRules.RESERVED_SAYS)
        String loadBalancerName,

        @JsonPropertyDescription("ALB takes HTTP and HTTPS, NLB takes TCP and TLS. Immutable. Absent: default ALB.")
        Type type,

        @JsonPropertyDescription("Whether its addresses are public. Immutable. Absent: default Internal.")
        Scheme scheme,

        @JsonPropertyDescription("Addresses: ipv4, or dualstack for IPv4 and IPv6. Absent: default ipv4.")
        IpAddressType ipAddressType,

        @JsonPropertyDescription(
                "Ids of 1 to 16 subnets of one VPC, each in another zone; an ALB needs two. Public ones for scheme InternetFacing. Each"
                        + " must be the environment's or match its access.subnets.")
        @Required
        @Size(min = 1, max = 16)
        @ValidationRule(value = Formats.SUBNETS, message = Formats.SUBNETS_SAYS)
        List<@Size(max = 64) String> subnets,

        @JsonPropertyDescription(
                "Ids of up to 5 security groups, which must match the environment's access.securityGroups. Absent: default one that is"
                        + " made for it and opens the ports of the listeners to allowedSources.")
        @Size(min = 1, max = 5)
        @ValidationRule(value = Formats.SECURITY_GROUPS, message = Formats.SECURITY_GROUPS_SAYS)
        List<@Size(max = 64) String> securityGroups,

        @JsonPropertyDescription(
                "CIDR blocks, IPv4 or IPv6, from which the made security group lets in; 0.0.0.0/0 is everybody. Absent: default none.")
        @Size(max = 50)
        @ValidationRule(value = LoadBalancerRules.SOURCES, message = LoadBalancerRules.SOURCES_SAYS)
        List<@Size(max = 64) String> allowedSources,

        @JsonPropertyDescription(
                "Other namespaces whose services may name it in loadBalancers.listener; * is all of them. Absent: default its own only.")
        @Size(max = 50)
        @ValidationRule(value = LoadBalancerRules.NAMESPACES, message = LoadBalancerRules.NAMESPACES_SAYS)
        List<@Size(min = 1, max = 63) String> allowedNamespaces,

        @JsonPropertyDescription("What listens, each on a port of its own; up to 20.")
        @Required
        @Size(min = 1, max = 20)
        List<LoadBalancerListener> listeners,

        @JsonPropertyDescription(
                "Seconds without data after which an ALB closes a connection, 1 to 4000. Absent: default 60 for an ALB.")
        @Min(1)
        @Max(4000)
        Integer idleTimeoutSeconds,

        @JsonPropertyDescription(
                "AWS refuses to delete the load balancer while this is true, and so does the operator. Absent: default false.")
        Boolean deletionProtection,

        @JsonPropertyDescription("Where access logs go. Absent: default nowhere.")
        AccessLogs accessLogs,

        @JsonPropertyDescription(
                "Other attributes by the names of ELB's API, such as routing.http2.enabled. Those that are not named are unmanaged."
                        + " Absent: default none.")
        @Size(max = 20)
        @ValidationRule(value = LoadBalancerRules.ATTRIBUTES, message = LoadBalancerRules.ATTRIBUTES_SAYS)
        @ValidationRule(value = LoadBalancerRules.BUCKETS, message = LoadBalancerRules.BUCKETS_SAYS)
        Map<String, @Size(max = 1024) String> attributes,

        @JsonPropertyDescription(
                "Tags of the load balancer, its listeners and its security group, over those of the environment."
                        + " Other tags that are there stay. Absent: default none.")
        @Size(max = TagRules.MOST)
        @ValidationRule(value = TagRules.LENGTH, message = TagRules.LENGTH_SAYS)
        @ValidationRule(value = TagRules.RESERVED, message = TagRules.RESERVED_SAYS)
        @ValidationRule(value = TagRules.OURS, message = TagRules.OURS_SAYS)
        Map<String, @Size(max = 256) @Pattern(TagRules.CHARACTERS) String> tags,

        @JsonPropertyDescription(ManagementPolicy.SAYS) ManagementPolicy managementPolicy,
        @JsonPropertyDescription(DeletionPolicy.SAYS) DeletionPolicy deletionPolicy,

        @JsonPropertyDescription(
                "What to do with a load balancer of this name that exists without owner tags. Never leaves it alone and says so;"
                        + " IfExists takes it over and makes it as the spec asks, deletion included, if its ARN matches the"
                        + " environment's access.adopt. One that another resource owns is never taken. Absent: default Never.")
        AdoptionPolicy adoptionPolicy) {

    public FargateLoadBalancerSpec {
        subnets = Api.filled(subnets);
        securityGroups = Api.filled(securityGroups);
        allowedSources = Api.filled(allowedSources);
        allowedNamespaces = Api.filled(allowedNamespaces);
        listeners = Api.filled(listeners);
        attributes = Api.filled(attributes);
        tags = Api.filled(tags);
    }

    /** What it balances: requests or connections. */
    public enum Type {
        ALB,
        NLB
    }

    /** Where its addresses are. */
    public enum Scheme {
        InternetFacing,
        Internal
    }

    /** Kinds of addresses, as ELB writes them. */
    public enum IpAddressType {
        ipv4,
        dualstack
    }

    /** An S3 bucket for access logs. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record AccessLogs(
            @JsonPropertyDescription(
                    "Name of a bucket in the same region, whose policy lets Elastic Load Balancing write.")
            @Required
            @Size(min = 3, max = 63)
            String bucket,

            @JsonPropertyDescription("Prefix of the objects' keys. Absent: default none.") @Size(max = 512)
            String prefix) {}
}

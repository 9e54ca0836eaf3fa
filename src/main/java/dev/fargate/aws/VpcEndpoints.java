package dev.fargate.aws;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** EC2: VPC endpoints of AWS's services. */
public interface VpcEndpoints {
    /** DescribeVpcEndpointServices: those of these names that the region offers. */
    List<Offer> offers(Set<String> services);

    /** DescribeVpcEndpoints of a VPC: those of the two types, but for those that are gone. */
    List<Endpoint> of(String vpcId);

    /** DescribeRouteTables: those that the subnets of a VPC use. */
    Set<String> routeTables(String vpcId, Set<String> subnets);

    /** DescribeRouteTables by tags; empty when none carries them. */
    Set<String> routeTables(Subnets.Selection selection);

    /** CreateVpcEndpoint. */
    Endpoint create(Request request);

    /** ModifyVpcEndpoint: from what it is made of to what it is to be made of. */
    void modify(String id, Content live, Content wanted);

    /** DeleteVpcEndpoints. */
    void delete(String id);

    void tag(String id, Map<String, String> tags);

    void untag(String id, Set<String> keys);

    /** The two types of endpoint that AWS's own services have. */
    enum Type {
        Gateway,
        Interface
    }

    /**
     * A service that the region offers.
     *
     * @param zones in which an interface endpoint may stand
     * @param addresses types of IP addresses that an interface endpoint may have; none: it is not told
     */
    record Offer(String service, Type type, Set<String> zones, Set<String> addresses) {
        public Offer {
            zones = Set.copyOf(zones);
            addresses = addresses == null ? Set.of() : Set.copyOf(addresses);
        }
    }

    /**
     * What can be changed of an endpoint: an interface endpoint has subnets and groups, a gateway endpoint route tables.
     *
     * @param addresses type of its IP addresses
     */
    record Content(
            Set<String> subnets,
            Set<String> groups,
            Set<String> routeTables,
            boolean privateDns,
            String addresses,
            EndpointPolicy policy) {
        public static final String IPV4 = "ipv4";

        public Content {
            addresses = addresses == null ? IPV4 : addresses;
            policy = policy == null ? EndpointPolicy.FULL_ACCESS : policy;
            subnets = Set.copyOf(subnets);
            groups = Set.copyOf(groups);
            routeTables = Set.copyOf(routeTables);
        }
    }

    /**
     * An endpoint that is there.
     *
     * @param state as EC2 writes it, in lower case
     * @param names that lead to it in all its zones
     */
    record Endpoint(
            String id,
            String service,
            Type type,
            String state,
            Content content,
            List<String> names,
            Map<String, String> tags) {
        public Endpoint {
            names = names == null ? List.of() : List.copyOf(names);
            tags = Map.copyOf(tags);
        }

        public boolean isAvailable() {
            return state.equals("available");
        }

        /** EC2 is at work on it. */
        public boolean changing() {
            return state.equals("pending") || state.equals("deleting");
        }

        public boolean isGoing() {
            return state.equals("deleting");
        }
    }

    /**
     * An endpoint to be made.
     *
     * @param token by which EC2 knows a repeated request
     */
    record Request(String vpcId, String service, Type type, Content content, Map<String, String> tags, String token) {
        public Request {
            tags = Map.copyOf(tags);
        }
    }
}

package dev.fargate.reachability;

/**
 * A route.
 *
 * @param destination a CIDR or a prefix list
 * @param to the id of what it leads to; the id's prefix says what that is
 * @param blackhole whether that is gone
 */
public record Route(String destination, String to, boolean blackhole) {
    static final String EVERYTHING = "0.0.0.0/0";
    static final String EVERYTHING_IPV6 = "::/0";

    boolean leadsToInternetGateway() {
        return to.startsWith("igw-");
    }

    boolean leadsToNat() {
        return to.startsWith("nat-");
    }

    /** What it leads to, for a sentence. */
    String way() {
        String kind = to.contains("-") ? to.substring(0, to.indexOf('-')) : to;
        return switch (kind) {
            case "igw" -> "internet gateway " + to;
            case "nat" -> "NAT gateway " + to;
            case "eigw" -> "egress-only internet gateway " + to;
            case "tgw" -> "transit gateway " + to;
            case "pcx" -> "peering " + to;
            case "vgw" -> "virtual private gateway " + to;
            case "eni", "i" -> "network interface or instance " + to;
            case "vpce" -> "firewall endpoint " + to;
            default -> to;
        };
    }
}

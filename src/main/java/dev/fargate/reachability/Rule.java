package dev.fargate.reachability;

import java.util.List;

/**
 * A rule of a security group.
 *
 * @param protocol tcp or 6, udp, …; -1 is any
 * @param from first port; of no meaning where the protocol is any
 * @param peers CIDRs, security groups and prefix lists, by id
 */
public record Rule(String protocol, int from, int to, List<String> peers) {
    static final int HTTPS = 443;
    private static final String ANY = "-1";

    public Rule {
        peers = List.copyOf(peers);
    }

    boolean isOfHttps() {
        return protocol.equals(ANY)
                || ((protocol.equals("tcp") || protocol.equals("6")) && from <= HTTPS && HTTPS <= to);
    }
}

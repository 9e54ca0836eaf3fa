package dev.fargate.endpoints;

import dev.fargate.aws.SecurityGroups.Opening;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/** What to open and to close of a security group. Pure. */
record Openings(Set<Opening> open, Set<Opening> close) {
    Openings {
        open = Set.copyOf(open);
        close = Set.copyOf(close);
    }

    static Openings between(Set<Opening> live, Set<Opening> wanted) {
        return new Openings(without(wanted, live), without(live, wanted));
    }

    boolean isEmpty() {
        return open.isEmpty() && close.isEmpty();
    }

    private static Set<Opening> without(Set<Opening> some, Set<Opening> others) {
        Set<Opening> meanings = others.stream().map(Openings::meaning).collect(Collectors.toSet());
        return some.stream()
                .filter(opening -> !meanings.contains(meaning(opening)))
                .collect(Collectors.toSet());
    }

    /** EC2 drops the bits of a host from a CIDR block, and shortens IPv6 addresses. */
    private static Opening meaning(Opening opening) {
        return new Opening(opening.protocol(), opening.fromPort(), opening.toPort(), meaning(opening.source()));
    }

    private static String meaning(String source) {
        int slash = source.indexOf('/');
        if (slash < 0) {
            return source;
        }
        try {
            byte[] address = InetAddress.ofLiteral(source.substring(0, slash)).getAddress();
            int prefix = Integer.parseInt(source.substring(slash + 1));
            for (int bit = prefix; bit < address.length * Byte.SIZE; bit++) {
                address[bit / Byte.SIZE] &= (byte) ~(1 << (Byte.SIZE - 1 - bit % Byte.SIZE));
            }
            return HexFormat.of().formatHex(address) + "/" + prefix;
        } catch (IllegalArgumentException e) {
            // EC2 refuses it, and says why.
            return source;
        }
    }
}

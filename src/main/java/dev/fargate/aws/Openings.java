package dev.fargate.aws;

import dev.fargate.aws.SecurityGroups.Opening;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/** What to open and to close of a security group. Pure. */
public record Openings(Set<Opening> open, Set<Opening> close) {
    public Openings {
        open = Set.copyOf(open);
        close = Set.copyOf(close);
    }

    public static Openings between(Set<Opening> live, Set<Opening> wanted) {
        return new Openings(without(wanted, live), without(live, wanted));
    }

    public boolean isEmpty() {
        return open.isEmpty() && close.isEmpty();
    }

    private static Set<Opening> without(Set<Opening> some, Set<Opening> others) {
        Set<Opening> meanings = others.stream().map(Openings::meaning).collect(Collectors.toSet());
        // EC2 refuses a request that has the same rule twice.
        return Set.copyOf(some.stream()
                .filter(opening -> !meanings.contains(meaning(opening)))
                .sorted(Comparator.comparing(Opening::toString))
                .collect(Collectors.toMap(Openings::meaning, opening -> opening, (first, _) -> first))
                .values());
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

package dev.fargate.reachability;

import java.util.Optional;

/**
 * A rule of a network ACL.
 *
 * @param protocol a number, 6 is TCP; -1 is any
 * @param ports of no meaning where the protocol is any
 * @param range to or from where
 */
public record AclRule(int number, boolean allows, String protocol, Ports ports, String range) {
    private static final String ANY = "-1";
    private static final String TCP = "6";

    /** Whether it says something of a part of these at least. The internet has no private addresses. */
    boolean concerns(Ports asked, Cidr addresses) {
        Optional<Cidr> own = Cidr.of(range);
        return isOf(asked)
                && own.filter(known -> known.overlaps(addresses)).isPresent()
                && (!addresses.equals(Cidr.EVERYTHING)
                        || own.filter(Leave::isPrivate).isEmpty());
    }

    /** Whether it says something of all of these. */
    boolean decides(Ports asked, Cidr addresses) {
        return Cidr.of(range).filter(own -> own.contains(addresses)).isPresent()
                && (protocol.equals(ANY) || (protocol.equals(TCP) && ports.contain(asked)));
    }

    private boolean isOf(Ports asked) {
        return protocol.equals(ANY) || (protocol.equals(TCP) && ports.overlap(asked));
    }
}

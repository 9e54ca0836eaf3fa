package dev.fargate.reachability;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether rules of security groups let port 443 pass. */
enum Leave {
    YES,
    /** To or from a part of it. */
    PARTLY,
    NO;

    /** A rule for these lets nothing out to the internet (RFC 1918, RFC 6598). */
    private static final List<Cidr> PRIVATE = Stream.of(
                    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
            .flatMap(range -> Cidr.of(range).stream())
            .toList();

    /** To addresses of the internet, which are not known one by one; or to prefix lists of theirs. */
    static Leave toInternet(Stream<Rule> rules, Collection<String> prefixLists) {
        return rules.filter(Rule::isOfHttps)
                .flatMap(rule -> rule.peers().stream())
                .filter(peer -> Cidr.of(peer).filter(Leave::isPrivate).isEmpty())
                .map(peer -> of(peer, List.of(Cidr.EVERYTHING), prefixLists))
                .min(Leave::compareTo)
                .orElse(NO);
    }

    static boolean isPrivate(Cidr range) {
        return PRIVATE.stream().anyMatch(known -> known.contains(range));
    }

    /** To or from some ranges of addresses, or some groups or prefix lists by id. */
    static Leave of(Stream<Rule> rules, List<Cidr> ranges, Collection<String> ids) {
        return rules.filter(Rule::isOfHttps)
                .flatMap(rule -> rule.peers().stream())
                .map(peer -> of(peer, ranges, ids))
                .min(Leave::compareTo)
                .orElse(NO);
    }

    private static Leave of(String peer, List<Cidr> ranges, Collection<String> ids) {
        if (ids.contains(peer)) {
            return YES;
        }
        Optional<Cidr> range = Cidr.of(peer);
        if (range.isEmpty()) {
            return peer.startsWith("pl-") ? PARTLY : NO;
        }
        if (ranges.stream().anyMatch(range.get()::contains)) {
            return YES;
        }
        return ranges.stream().anyMatch(range.get()::overlaps) ? PARTLY : NO;
    }
}

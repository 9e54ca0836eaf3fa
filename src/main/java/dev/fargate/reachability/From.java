package dev.fargate.reachability;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Subnets with the same way out. */
record From(List<String> subnets, Optional<RouteTable> table) {
    From {
        subnets = List.copyOf(subnets);
    }

    From with(From other) {
        return new From(
                Stream.concat(subnets.stream(), other.subnets.stream())
                        .distinct()
                        .toList(),
                table);
    }

    /** Named as the subject of a sentence. */
    String has() {
        return named() + (isOne() ? " has" : " have");
    }

    String leads() {
        return named() + (isOne() ? " leads" : " lead");
    }

    String named() {
        return (isOne() ? "Subnet " : "Subnets ") + String.join(", ", subnets);
    }

    private boolean isOne() {
        return subnets.size() == 1;
    }
}

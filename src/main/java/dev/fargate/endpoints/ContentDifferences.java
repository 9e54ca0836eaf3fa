package dev.fargate.endpoints;

import dev.fargate.aws.VpcEndpoints.Content;
import dev.fargate.engine.Difference;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The fields of the spec by which an endpoint differs from what it is to be. */
final class ContentDifferences {
    private ContentDifferences() {}

    static List<Difference> of(Content live, Content wanted) {
        return Stream.of(
                        new Difference("subnets", text(wanted.subnets()), text(live.subnets())),
                        new Difference("securityGroups", text(wanted.groups()), text(live.groups())),
                        new Difference("routeTables", text(wanted.routeTables()), text(live.routeTables())),
                        new Difference(
                                "privateDns", String.valueOf(wanted.privateDns()), String.valueOf(live.privateDns())),
                        new Difference("ipAddressType", wanted.addresses(), live.addresses()),
                        new Difference(
                                "policies",
                                wanted.policy().text(),
                                live.policy().text()))
                .filter(difference -> !difference.desired().equals(difference.live()))
                .toList();
    }

    private static String text(Collection<String> ids) {
        return String.join(", ", new TreeSet<>(ids));
    }
}

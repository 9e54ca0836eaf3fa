package dev.fargate.environment;

import dev.fargate.api.EnvironmentNetwork;
import dev.fargate.aws.Digest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells whether what workloads take from an environment is the same as before: it names the account and cluster that were seen for one
 * generation of the spec, and what its selectors chose. A status that carries it for the present generation has been resolved for it.
 */
final class ResolvedHash {
    private static final int DIGITS = 16;

    private ResolvedHash() {}

    /**
     * The hash.
     *
     * @param subnets ids that stand in the status; they count where the spec leaves their choice to tags
     * @param securityGroups likewise
     */
    static String of(Seen seen, EnvironmentNetwork network, List<String> subnets, List<String> securityGroups) {
        List<String> chosen = Stream.concat(
                        network.subnetSelector() == null ? Stream.of() : subnets.stream(),
                        network.securityGroupSelector() == null ? Stream.of() : securityGroups.stream())
                .toList();
        String given = seen.accountId() + " " + seen.clusterArn() + " " + seen.generation();
        String all = chosen.isEmpty() ? given : given + " " + String.join(" ", chosen);
        return Digest.hex(all).substring(0, DIGITS);
    }

    /** Account and cluster of one generation. */
    record Seen(String accountId, String clusterArn, long generation) {}
}

package dev.fargate.environment;

import dev.fargate.aws.Digest;

/**
 * Tells whether what workloads take from an environment is the same as before: it names the account and cluster that were seen for one
 * generation of the spec. A status that carries it for the present generation has been resolved for it.
 */
final class ResolvedHash {
    private static final int DIGITS = 16;

    private ResolvedHash() {}

    static String of(String accountId, String clusterArn, long generation) {
        return Digest.hex(accountId + " " + clusterArn + " " + generation).substring(0, DIGITS);
    }
}

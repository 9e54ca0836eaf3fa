package dev.fargate.aws.pacing;

import dev.fargate.aws.AwsScope;

/**
 * Whose request buckets a scope draws from.
 *
 * @param account of the assumed role; empty for the operator's own
 */
public record AccountRegion(String account, String region) {
    private static final int ACCOUNT = 4;

    /** Scopes with roles of one account share its buckets. */
    public static AccountRegion of(AwsScope scope) {
        return new AccountRegion(scope.roleArn().map(AccountRegion::account).orElse(""), scope.region());
    }

    private static String account(String roleArn) {
        String[] parts = roleArn.split(":", -1);
        return parts.length > ACCOUNT ? parts[ACCOUNT] : roleArn;
    }
}

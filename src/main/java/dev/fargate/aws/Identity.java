package dev.fargate.aws;

/** STS: who we are in AWS. */
public interface Identity {

    /** Calls GetCallerIdentity. */
    Caller caller();

    /**
     * The account and partition that calls of a scope reach.
     *
     * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov}, …
     */
    record Caller(String accountId, String partition) {}
}

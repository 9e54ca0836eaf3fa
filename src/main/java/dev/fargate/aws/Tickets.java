package dev.fargate.aws;

/** Paces writes below the account's request buckets. No thread ever waits here. */
public interface Tickets {

    /**
     * Asks for leave to make one call.
     *
     * @param holder who asks: the same holder asking again for the same operation keeps its place
     */
    Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder);

    /** AWS throttled a call of this operation: its bucket gives less for a while. */
    void throttled(AwsScope scope, Operation operation);
}

package dev.fargate.aws;

/** Paces writes below the account's request buckets. No thread ever waits here. */
public interface Tickets {

    /**
     * Asks for leave to make one call.
     *
     * @param holder who asks: the same holder asking again for the same operation keeps its place
     */
    default Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder) {
        return take(scope, operation, priority, holder, 1);
    }

    /**
     * The same for a call that AWS counts as several: it gets all of its tickets at once, or none.
     *
     * @param tickets how many
     */
    Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder, int tickets);

    /** AWS throttled a call of this operation: its bucket gives less for a while. */
    void throttled(AwsScope scope, Operation operation);
}

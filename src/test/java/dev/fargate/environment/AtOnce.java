package dev.fargate.environment;

import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Tickets;

/** Leave for every call. */
record AtOnce() implements Tickets {
    @Override
    public Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder, int tickets) {
        return new Ticket.Granted();
    }

    @Override
    public void throttled(AwsScope scope, Operation operation) {}
}

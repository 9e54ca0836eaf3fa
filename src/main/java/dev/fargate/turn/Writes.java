package dev.fargate.turn;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Tickets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes writes, and reads that no watch gathers, when their ticket says so. */
public final class Writes {
    private final Tickets tickets;

    public Writes(Tickets tickets) {
        this.tickets = tickets;
    }

    /** The writes of one resource: its place in each queue is kept under its name. */
    public Of of(AwsScope scope, String holder) {
        return new Of(tickets, scope, holder);
    }

    /**
     * Tickets that were granted.
     *
     * @param later when the next one will be, if there were too few
     */
    public record Permits(int granted, Optional<Instant> later) {}

    /** The writes of one holder. */
    public record Of(Tickets tickets, AwsScope scope, String holder) {

        /** Makes the call if there is a ticket for it now. */
        public <T> Attempt<T> make(Operation operation, Ticket.Priority priority, Supplier<T> call) {
            return make(operation, priority, 1, call);
        }

        /** The same for a call that AWS counts as several. */
        public <T> Attempt<T> make(Operation operation, Ticket.Priority priority, int cost, Supplier<T> call) {
            return switch (tickets.take(scope, operation, priority, holder, cost)) {
                case Ticket.Wait wait -> new Attempt.Later<>(wait.until());
                case Ticket.Granted granted -> attempt(operation, call);
            };
        }

        /**
         * Takes tickets where one call needs several.
         *
         * @param wanted at most so many
         */
        public Permits permits(Operation operation, Ticket.Priority priority, int wanted) {
            for (int granted = 0; granted < wanted; granted++) {
                if (tickets.take(scope, operation, priority, holder) instanceof Ticket.Wait wait) {
                    return new Permits(granted, Optional.of(wait.until()));
                }
            }
            return new Permits(wanted, Optional.empty());
        }

        /** AWS said in a reply what it says by an error otherwise. */
        public void throttled(Operation operation) {
            tickets.throttled(scope, operation);
        }

        /** Makes a call whose tickets were taken before. */
        public <T> Attempt<T> attempt(Operation operation, Supplier<T> call) {
            try {
                return new Attempt.Done<>(call.get());
            } catch (AwsException e) {
                if (e.errorClass() == ErrorClass.THROTTLED) {
                    throttled(operation);
                }
                return new Attempt.Refused<>(e);
            }
        }
    }
}

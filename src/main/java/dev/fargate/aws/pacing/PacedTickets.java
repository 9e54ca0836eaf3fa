package dev.fargate.aws.pacing;

import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Tickets;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A queue before each request bucket of each account and region. */
public final class PacedTickets implements Tickets {
    /** What is left to others in the account: a twentieth. */
    public static final double DEFAULT_SHARE = 0.95;

    private final double share;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Map<Bucket, TicketQueue> queues = new ConcurrentHashMap<>();

    /**
     * Full buckets.
     *
     * @param share of AWS's buckets that the operator may use, above 0; more than 1 only where AWS's limits do not hold
     */
    public PacedTickets(double share, InstantSource clock, MeterRegistry meters) {
        this.share = share;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder, int tickets) {
        Bucket bucket = Bucket.of(scope, operation);
        TicketQueue.Turn turn =
                queue(bucket).take(new Place.Holder(holder, operation), priority, tickets, clock.instant());
        if (turn.ticket() instanceof Ticket.Granted) {
            meters.timer("fargate.aws.ticket.wait", bucket.tags()).record(turn.waited());
        }
        return turn.ticket();
    }

    @Override
    public void throttled(AwsScope scope, Operation operation) {
        queue(Bucket.of(scope, operation)).throttled(clock.instant());
    }

    private TicketQueue queue(Bucket bucket) {
        return queues.computeIfAbsent(bucket, this::made);
    }

    private TicketQueue made(Bucket bucket) {
        TicketQueue queue = new TicketQueue(new TokenBucket(bucket.category(), share, clock.instant()));
        Gauge.builder("fargate.aws.tickets.waiting", queue, TicketQueue::waiting)
                .description("calls that wait for their turn")
                .tags(bucket.tags())
                .register(meters);
        Gauge.builder("fargate.aws.bucket.share", queue, made -> made.factor(clock.instant()) * share)
                .description("share of AWS's request bucket in use; less after AWS throttled")
                .tags(bucket.tags())
                .register(meters);
        return queue;
    }

    private record Bucket(AccountRegion owner, Operation.Category category) {
        static Bucket of(AwsScope scope, Operation operation) {
            return new Bucket(AccountRegion.of(scope), operation.category());
        }

        Tags tags() {
            return Tags.of(
                    "account",
                    owner.account(),
                    "region",
                    owner.region(),
                    "bucket",
                    category.name().toLowerCase(Locale.ROOT));
        }
    }
}

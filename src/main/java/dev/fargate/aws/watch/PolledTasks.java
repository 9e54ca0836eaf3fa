package dev.fargate.aws.watch;

import dev.fargate.aws.AnnouncedTasks;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Operation;
import dev.fargate.aws.TaskLook;
import dev.fargate.aws.TaskRef;
import dev.fargate.aws.TaskWatch;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Tickets;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.ecs.model.Task;

/** Polls DescribeTasks between {@link #start} and {@link #stop}; before and after that it only remembers what is asked. */
public final class PolledTasks implements TaskWatch, AnnouncedTasks, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PolledTasks.class);
    private static final String HOLDER = "task-watch";
    private static final int CALLS_IN_FLIGHT = 4;

    private final Aws.Accounts accounts;
    private final Tickets tickets;
    private final Consumer<String> told;
    private final InstantSource clock;
    private final WatchedTasks list = new WatchedTasks();
    private final DistributionSummary batchSizes;
    private final Semaphore seats = new Semaphore(CALLS_IN_FLIGHT);
    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("describe-tasks-", 0).factory());
    private final Ticker ticker;

    /**
     * Nothing is polled yet.
     *
     * @param told is called with the owner of a task that should look at {@link #latest}; may be called by several threads at once
     */
    public PolledTasks(
            Aws.Accounts accounts, Tickets tickets, Consumer<String> told, InstantSource clock, MeterRegistry meters) {
        this.accounts = accounts;
        this.tickets = tickets;
        this.told = told;
        this.clock = clock;
        this.ticker = new Ticker("task-watch", clock, this::due);
        batchSizes = DistributionSummary.builder("fargate.aws.tasks.batch")
                .description("tasks of runs in one DescribeTasks")
                .register(meters);
        Gauge.builder("fargate.aws.tasks.watched", list, WatchedTasks::size)
                .description("tasks of runs that are looked at")
                .register(meters);
    }

    @Override
    public Optional<TaskLook> latest(TaskRef ref) {
        return list.latest(ref);
    }

    @Override
    public void ask(TaskRef ref, Instant at) {
        list.ask(ref, at, clock.instant());
        ticker.tick(at);
    }

    @Override
    public void wrote(TaskRef ref, Task reply) {
        list.wrote(ref, reply, clock.instant());
    }

    @Override
    public void forget(TaskRef ref) {
        list.forget(ref);
    }

    @Override
    public boolean isAnnounced(TaskRef ref) {
        return list.isAnnounced(ref.clusterArn());
    }

    @Override
    public void announceTasks(String clusterArn, boolean announces) {
        list.announce(clusterArn, announces);
        if (!announces) {
            // They ask for looks that are as close again as without announcements.
            list.owners(clusterArn).forEach(this::tell);
        }
    }

    @Override
    public Optional<TaskRef> findTask(String clusterArn, String task) {
        return list.find(clusterArn, task);
    }

    /** Begins to poll, if it does not: for the leader only. */
    public void start() {
        ticker.start();
    }

    /** Begins no further call. */
    public void stop() {
        ticker.stop();
    }

    /** Stops, and waits for the calls in flight; their owners are still told. */
    @Override
    public void close() {
        stop();
        calls.close();
    }

    private Optional<Instant> due(Instant now) {
        list.due(now).forEach(batch -> calls.execute(() -> look(batch)));
        return list.next();
    }

    private void look(TaskBatch batch) {
        seats.acquireUninterruptibly();
        try {
            switch (tickets.take(batch.scope(), Operation.DESCRIBE_TASKS, Ticket.Priority.UPDATE, HOLDER)) {
                case Ticket.Granted granted -> answer(batch).forEach(this::tell);
                case Ticket.Wait wait -> list.putOff(batch, wait.until());
            }
        } finally {
            seats.release();
            ticker.tick();
        }
    }

    private List<String> answer(TaskBatch batch) {
        batchSizes.record(batch.seats().size());
        try {
            return list.answered(batch, accounts.of(batch.scope()).tasks().describe(batch.clusterArn(), batch.tasks()));
        } catch (AwsException e) {
            if (e.errorClass() == ErrorClass.THROTTLED) {
                tickets.throttled(batch.scope(), Operation.DESCRIBE_TASKS);
            }
            return list.failed(batch, e);
        } catch (RuntimeException e) {
            return list.failed(batch, AwsException.unexpected("ecs:DescribeTasks", e));
        }
    }

    private void tell(String owner) {
        try {
            told.accept(owner);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("owner", owner).log("The owner of a task could not be told");
        }
    }
}

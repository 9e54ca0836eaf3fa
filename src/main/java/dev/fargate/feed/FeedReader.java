package dev.fargate.feed;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.Queues;
import dev.fargate.aws.Queues.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads the queue of one feed: what a poll brings is told, then deleted. Each run is one poll; whoever runs it decides on the next. */
final class FeedReader implements Runnable {
    private final Feed feed;
    private final Supplier<Queues> queues;
    private final Consumer<String> told;
    private final InstantSource time;
    private volatile FeedHealth health = FeedHealth.unknown();
    private volatile Thread polling;
    private volatile boolean stopped;

    /**
     * Nothing is read yet.
     *
     * @param told is given the body of each message, and does not throw
     */
    FeedReader(Feed feed, Supplier<Queues> queues, Consumer<String> told, InstantSource time) {
        this.feed = feed;
        this.queues = queues;
        this.told = told;
        this.time = time;
    }

    Feed feed() {
        return feed;
    }

    FeedHealth health() {
        return health;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Ends the poll that is under way, and there is no other. What it may have taken comes again, to whoever reads next. */
    void stop() {
        stopped = true;
        Thread thread = polling;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public void run() {
        polling = Thread.currentThread();
        if (stopped) {
            return;
        }
        try {
            // Without patience while it is not known to work: the reply tells so at once.
            poll(health.works() && health.failures() == 0 ? Queues.LONGEST_WAIT : Duration.ZERO);
            health = health.succeeded(time.instant());
        } catch (AwsException e) {
            health = health.failed(e);
        } catch (RuntimeException e) {
            health = health.failed(AwsException.unexpected("sqs:ReceiveMessage", e));
        }
    }

    private void poll(Duration wait) {
        List<Message> messages = queues.get().receive(feed.queueUrl(), wait);
        messages.forEach(message -> told.accept(message.body()));
        if (!messages.isEmpty()) {
            queues.get().delete(feed.queueUrl(), messages);
        }
    }
}

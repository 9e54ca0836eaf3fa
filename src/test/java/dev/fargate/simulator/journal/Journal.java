package dev.fargate.simulator.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/** Counts every call and remembers the latest ones. */
public final class Journal {
    private static final int REMEMBERED = 20_000;

    private final boolean keepRequests;
    private final ActionFile actions;
    private final AtomicLong arrivals = new AtomicLong();
    private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();
    private final BatchSizes batches = new BatchSizes();
    private final Deque<CallRecord> latest = new ArrayDeque<>();

    /** A journal that keeps the requests' bodies, or does without their memory. */
    public Journal(boolean keepRequests) {
        this(keepRequests, Optional.empty(), "");
    }

    /**
     * One that also writes a file with the actions that were called.
     *
     * @param agent is in the user agent of the callers whose actions are written
     */
    public Journal(boolean keepRequests, Optional<Path> actions, String agent) {
        this.keepRequests = keepRequests;
        this.actions = ActionFile.of(actions, agent);
    }

    /** A call's place in the order of arrival. */
    public Arrival arrived() {
        return new Arrival(arrivals.incrementAndGet(), Instant.now());
    }

    /** Records how a call ended. */
    public void ended(Arrival arrival, AwsCall call, Reply reply) {
        actions.note(call);
        Outcome outcome = Outcome.of(reply);
        counts.computeIfAbsent(new Key(call.service(), call.operation(), outcome), _ -> new LongAdder())
                .increment();
        String error = reply.status() < 400 ? "" : reply.header("x-amzn-ErrorType");
        CallRecord entry = new CallRecord(
                arrival.number,
                arrival.time,
                call.service(),
                call.operation(),
                call.caller().accountId(),
                call.caller().region(),
                outcome,
                reply.status(),
                error.isEmpty() ? null : error,
                Duration.between(arrival.time, Instant.now()).toNanos() / 1_000,
                keepRequests ? requestText(call) : null);
        synchronized (latest) {
            latest.addLast(entry);
            if (latest.size() > REMEMBERED) {
                latest.removeFirst();
            }
        }
    }

    private static String requestText(AwsCall call) {
        return call.request().body().length == 0
                ? call.request().uri().toString()
                : call.request().text();
    }

    /** Notes how many things a call to ECS asks for at once. */
    public void batch(String operation, JsonNode body) {
        batches.note(operation, body);
    }

    /** The remembered calls that the filter lets through, in order of arrival. */
    public List<CallRecord> calls(Predicate<CallRecord> filter, boolean withRequests) {
        synchronized (latest) {
            return latest.stream()
                    .filter(filter)
                    .sorted(Comparator.comparingLong(CallRecord::number))
                    .map(entry -> withRequests ? entry : entry.withoutRequest())
                    .toList();
        }
    }

    public ObjectNode counts() {
        List<Count> calls = counts.entrySet().stream()
                .map(entry -> new Count(
                        entry.getKey().service,
                        entry.getKey().operation,
                        entry.getKey().outcome,
                        entry.getValue().sum()))
                .sorted(Comparator.comparing(Count::service)
                        .thenComparing(Count::operation)
                        .thenComparing(Count::outcome))
                .toList();
        ObjectNode listing = Json.object();
        listing.set("calls", Json.MAPPER.valueToTree(calls));
        listing.set("batches", Json.MAPPER.valueToTree(batches.list()));
        return listing;
    }

    /** Forgets counts and calls. */
    public void reset() {
        counts.clear();
        batches.reset();
        synchronized (latest) {
            latest.clear();
        }
    }

    /** When and as which one a call came. */
    public record Arrival(long number, Instant time) {}

    /** How often an operation ended in this way. */
    public record Count(String service, String operation, Outcome outcome, long count) {}

    private record Key(String service, String operation, Outcome outcome) {}
}

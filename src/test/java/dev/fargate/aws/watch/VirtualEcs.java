package dev.fargate.aws.watch;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.Services;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.ecs.model.Service;

/** Drives a {@link Watchlist} in virtual time against services that answer after a fixed latency. */
final class VirtualEcs {
    static final Duration LATENCY = Duration.ofMillis(50);
    static final String CLUSTER = "arn:aws:ecs:eu-west-1:123456789012:cluster/dev";
    static final AwsScope SCOPE = new AwsScope("dev", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN);

    final Watchlist list;
    final List<Batch> calls = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final Map<String, Service> services = new HashMap<>();
    final Set<String> unmentioned = new HashSet<>();
    Optional<AwsException> outage = Optional.empty();
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    int mostInFlight;

    private final PriorityQueue<Batch> inFlight = new PriorityQueue<>(Comparator.comparing(Batch::at));
    private final TreeMap<Instant, List<Runnable>> plans = new TreeMap<>();

    VirtualEcs() {
        this(WatchSettings.defaults());
    }

    VirtualEcs(WatchSettings settings) {
        list = new Watchlist(settings);
    }

    static ServiceRef ref(String service) {
        return new ServiceRef(SCOPE, CLUSTER, service, "team/" + service);
    }

    static Service service(String name, int running) {
        return Service.builder()
                .serviceName(name)
                .serviceArn("arn:aws:ecs:eu-west-1:123456789012:service/dev/" + name)
                .clusterArn(CLUSTER)
                .status("ACTIVE")
                .desiredCount(2)
                .runningCount(running)
                .build();
    }

    static List<ServiceRef> refs(int count) {
        return IntStream.range(0, count).mapToObj(i -> ref("app-" + i)).toList();
    }

    void exist(List<ServiceRef> refs) {
        refs.forEach(ref -> services.put(ref.service(), service(ref.service(), 2)));
    }

    void ask(ServiceRef ref) {
        list.ask(ref, now, now);
    }

    void plan(Duration in, Runnable what) {
        plans.computeIfAbsent(now.plus(in), at -> new ArrayList<>()).add(what);
    }

    void run(Duration duration) {
        Instant end = now.plus(duration);
        dispatch();
        for (Optional<Instant> next = nextEvent();
                next.isPresent() && !next.get().isAfter(end);
                next = nextEvent()) {
            now = next.get().isAfter(now) ? next.get() : now;
            while (!plans.isEmpty() && !plans.firstKey().isAfter(now)) {
                plans.pollFirstEntry().getValue().forEach(Runnable::run);
            }
            while (!inFlight.isEmpty() && !inFlight.peek().at().plus(LATENCY).isAfter(now)) {
                reply(inFlight.remove());
            }
            dispatch();
        }
        now = end;
    }

    long callsSince(Instant from) {
        return calls.stream().filter(call -> !call.at().isBefore(from)).count();
    }

    private void dispatch() {
        List<Batch> due = list.due(now);
        calls.addAll(due);
        inFlight.addAll(due);
        mostInFlight = Math.max(mostInFlight, inFlight.size());
    }

    private Optional<Instant> nextEvent() {
        List<Instant> events = new ArrayList<>();
        list.next(now).ifPresent(events::add);
        if (!inFlight.isEmpty()) {
            events.add(inFlight.peek().at().plus(LATENCY));
        }
        if (!plans.isEmpty()) {
            events.add(plans.firstKey());
        }
        return events.stream().min(Comparator.naturalOrder());
    }

    private void reply(Batch batch) {
        List<String> owners = outage.map(error -> list.failed(batch, error, now))
                .orElseGet(() -> list.answered(batch, described(batch), now));
        owners.forEach(owner -> told.add(new Told(owner, now)));
    }

    private Services.Described described(Batch batch) {
        List<String> asked = batch.services().stream()
                .filter(name -> !unmentioned.contains(name))
                .toList();
        return new Services.Described(
                asked.stream().filter(services::containsKey).map(services::get).toList(),
                Set.copyOf(asked.stream()
                        .filter(name -> !services.containsKey(name))
                        .toList()));
    }

    static AwsException error(ErrorClass errorClass) {
        return new AwsException(errorClass, "ecs:DescribeServices", "Code", "AWS is away", null);
    }

    record Told(String owner, Instant at) {}
}

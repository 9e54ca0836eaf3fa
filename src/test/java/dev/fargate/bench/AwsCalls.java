package dev.fargate.bench;

import dev.fargate.simulator.SimulatorClient;
import dev.fargate.simulator.journal.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Calls as the simulator has counted them. */
record AwsCalls(List<SimulatorClient.Count> counts, Map<String, Long> items) {

    static AwsCalls counted(SimulatorClient aws) {
        return new AwsCalls(
                aws.counts(),
                aws.batches().stream()
                        .collect(Collectors.toMap(SimulatorClient.Batches::operation, SimulatorClient.Batches::items)));
    }

    AwsCalls since(AwsCalls before) {
        Map<SimulatorClient.Count, Long> earlier = new HashMap<>();
        before.counts.forEach(count -> earlier.put(key(count), count.count()));
        Map<String, Long> more = new HashMap<>();
        items.forEach((operation, asked) -> more.put(operation, asked - before.items.getOrDefault(operation, 0L)));
        return new AwsCalls(
                counts.stream()
                        .map(count -> new SimulatorClient.Count(
                                count.service(),
                                count.operation(),
                                count.outcome(),
                                count.count() - earlier.getOrDefault(key(count), 0L)))
                        .filter(count -> count.count() > 0)
                        .toList(),
                more);
    }

    private static SimulatorClient.Count key(SimulatorClient.Count count) {
        return new SimulatorClient.Count(count.service(), count.operation(), count.outcome(), 0);
    }

    long total() {
        return sum(count -> true);
    }

    long of(String operation) {
        return sum(count -> count.operation().equals(operation));
    }

    long throttled() {
        return sum(count -> count.outcome() == Outcome.THROTTLED);
    }

    /** How many services were asked for. */
    long servicesLookedAt() {
        return items.getOrDefault("DescribeServices", 0L);
    }

    /** How many calls were taken. */
    long accepted(String operation) {
        return sum(count -> count.operation().equals(operation) && count.outcome() == Outcome.OK);
    }

    long reads() {
        return sum(count -> !isOfFeed(count) && isRead(count));
    }

    long writes() {
        return sum(count -> !isOfFeed(count) && !isRead(count));
    }

    /** Messages received and deleted: they are no calls to ECS, and have no limit worth the name. */
    long ofFeed() {
        return sum(AwsCalls::isOfFeed);
    }

    private static boolean isOfFeed(SimulatorClient.Count count) {
        return count.operation().matches("ReceiveMessage|DeleteMessageBatch");
    }

    private static boolean isRead(SimulatorClient.Count count) {
        return count.operation().matches("(Describe|List|Get)\\w*|AssumeRole");
    }

    Map<String, Long> byOperation() {
        return counts.stream()
                .collect(Collectors.toMap(
                        count -> count.service() + ":" + count.operation(),
                        SimulatorClient.Count::count,
                        Long::sum,
                        TreeMap::new));
    }

    private long sum(Predicate<SimulatorClient.Count> which) {
        return counts.stream()
                .filter(which)
                .mapToLong(SimulatorClient.Count::count)
                .sum();
    }
}

package dev.fargate.feed;

import dev.fargate.aws.Documents;
import dev.fargate.engine.Difference;
import java.util.List;
import java.util.Map;

/** Attributes of a queue, compared by meaning. */
final class QueueAttributes {
    static final String POLICY = "Policy";

    private QueueAttributes() {}

    /** Where a queue is not as it should be; attributes that nobody asks for are not compared. */
    static List<Difference> differences(Map<String, String> desired, Map<String, String> live) {
        return desired.entrySet().stream()
                .filter(attribute -> !same(attribute.getKey(), attribute.getValue(), live.get(attribute.getKey())))
                .sorted(Map.Entry.comparingByKey())
                .map(attribute -> difference(attribute.getKey(), attribute.getValue(), live.get(attribute.getKey())))
                .toList();
    }

    private static boolean same(String name, String desired, String live) {
        return name.equals(POLICY) ? Documents.same(desired, live) : desired.equals(live);
    }

    private static Difference difference(String name, String desired, String live) {
        return name.equals(POLICY)
                ? new Difference("eventFeed.queue.Policy", "only the rule may send", "other or absent")
                : new Difference("eventFeed.queue." + name, desired, live == null ? "absent" : live);
    }
}

package dev.fargate.simulator.bus;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How messages come to a queue. EventBridge delivers at least once and in no order
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html), a standard queue likewise
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues.html).
 *
 * @param copies how often each message is delivered
 * @param shuffled whether they come in any order, and every other one not before the next time that something is delivered
 * @param lost whether none comes at all
 */
public record Delivery(int copies, boolean shuffled, boolean lost) {
    public static final Delivery FAITHFUL = new Delivery(1, false, false);

    /** What becomes of a message that is sent. */
    List<String> sent(String message) {
        return lost ? List.of() : Collections.nCopies(copies, message);
    }

    /** Takes out of a queue's line what comes now. */
    List<String> due(List<String> line, Random random) {
        if (shuffled) {
            Collections.shuffle(line, random);
        }
        List<String> now = line.subList(shuffled ? line.size() / 2 : 0, line.size());
        List<String> due = List.copyOf(now);
        now.clear();
        return due;
    }
}

package dev.fargate.aws;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** SQS queues. */
public interface Queues {

    /** GetQueueUrl; empty when there is no queue of that name. */
    Optional<String> url(String name);

    /** GetQueueAttributes with all of them, by the names of the API. */
    Map<String, String> attributes(String url);

    Map<String, String> tags(String url);

    /** TagQueue: other tags stay. */
    void tag(String url, Map<String, String> tags);

    /** UntagQueue. */
    void untag(String url, Set<String> keys);

    /** CreateQueue. A queue of that name with equal attributes is answered with as if it had been made, whoever made it. */
    String create(String name, Map<String, String> attributes, Map<String, String> tags);

    void set(String url, Map<String, String> attributes);

    void delete(String url);

    /** ReceiveMessage for up to {@link #BATCH} messages; returns as soon as there is one, else when the wait is over. */
    List<Message> receive(String url, Duration wait);

    /** DeleteMessageBatch. One that AWS could not delete is received again. */
    void delete(String url, List<Message> messages);

    /** The most messages that one call takes (SQS API reference). */
    int BATCH = 10;

    /** The longest that ReceiveMessage waits (SQS API reference). */
    Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /**
     * A message.
     *
     * @param receipt by which this delivery of it is deleted
     */
    record Message(String receipt, String body) {}
}

package dev.fargate.simulator.moto;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.AwsError;
import dev.fargate.simulator.wire.ErrorReplies;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Refuses a queue whose name was freed less than a minute ago, which moto never does.
 *
 * <p>Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html
 */
public final class RecentlyDeletedQueues implements MotoFilter {
    private static final Duration WAIT = Duration.ofSeconds(60);

    private final Supplier<Instant> clock;
    private final Map<Named, Instant> deleted = new ConcurrentHashMap<>();

    public RecentlyDeletedQueues(Supplier<Instant> clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Reply> before(AwsCall call) {
        if (!call.action().equals("sqs:CreateQueue")) {
            return Optional.empty();
        }
        Named queue = named(call, body(call).path("QueueName").asText());
        return Optional.ofNullable(deleted.get(queue))
                .filter(at -> at.plus(WAIT).isAfter(clock.get()))
                .map(at -> ErrorReplies.of(
                        call.protocol(),
                        new AwsError(
                                400,
                                "AWS.SimpleQueueService.QueueDeletedRecently",
                                "You must wait 60 seconds after deleting a queue before you can create another with the same"
                                        + " name.")));
    }

    @Override
    public Reply after(AwsCall call, Reply reply) {
        if (call.action().equals("sqs:DeleteQueue") && reply.status() == 200) {
            String url = body(call).path("QueueUrl").asText();
            deleted.put(named(call, url.substring(url.lastIndexOf('/') + 1)), clock.get());
        }
        return reply;
    }

    public void forget() {
        deleted.clear();
    }

    private static JsonNode body(AwsCall call) {
        return Json.parse(call.request().body());
    }

    private static Named named(AwsCall call, String name) {
        return new Named(new Place(call.caller().accountId(), call.caller().region()), name);
    }

    private record Named(Place place, String name) {}
}

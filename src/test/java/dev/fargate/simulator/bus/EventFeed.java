package dev.fargate.simulator.bus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.bus.Subscriptions.Queue;
import dev.fargate.simulator.ecs.EcsEvent;
import dev.fargate.simulator.moto.MotoCalls;
import dev.fargate.simulator.moto.MotoFilter;
import dev.fargate.simulator.moto.Place;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Reply;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** ECS's events: remembered for the control API, and sent to the queues whose rules match them. */
public final class EventFeed implements MotoFilter {
    private static final int REMEMBERED = 10_000;
    /** SendMessageBatch takes at most ten messages. */
    private static final int BATCH = 10;

    private final MotoCalls moto;
    private final Subscriptions subscriptions;
    private final Deque<EcsEvent> latest = new ArrayDeque<>();
    private List<EcsEvent> waiting = new ArrayList<>();

    public EventFeed(MotoCalls moto) {
        this.moto = moto;
        this.subscriptions = new Subscriptions(moto);
    }

    public synchronized void emit(EcsEvent event) {
        latest.addLast(event);
        if (latest.size() > REMEMBERED) {
            latest.removeFirst();
        }
        waiting.add(event);
    }

    /** Sends what has been emitted since the last time. */
    public void deliver() {
        Map<Queue, List<String>> messages = new LinkedHashMap<>();
        for (EcsEvent event : take()) {
            List<Subscriptions.Subscription> asked = subscriptions.of(new Place(event.accountId(), event.region()));
            if (!asked.isEmpty()) {
                ObjectNode envelope = envelope(event);
                asked.stream()
                        .filter(subscription -> subscription.pattern().matches(envelope))
                        .forEach(subscription -> messages.computeIfAbsent(subscription.queue(), _ -> new ArrayList<>())
                                .add(envelope.toString()));
            }
        }
        messages.forEach(this::send);
    }

    private synchronized List<EcsEvent> take() {
        List<EcsEvent> batch = waiting;
        waiting = new ArrayList<>();
        return batch;
    }

    private void send(Queue queue, List<String> messages) {
        for (int from = 0; from < messages.size(); from += BATCH) {
            ObjectNode body = Json.object().put("QueueUrl", queue.url());
            ArrayNode entries = body.putArray("Entries");
            messages.subList(from, Math.min(from + BATCH, messages.size()))
                    .forEach(message ->
                            entries.addObject().put("Id", "m" + entries.size()).put("MessageBody", message));
            moto.json(queue.place(), "sqs", "AmazonSQS.SendMessageBatch", body);
        }
    }

    /** The envelope of every event: https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html */
    private static ObjectNode envelope(EcsEvent event) {
        ObjectNode envelope = Json.object()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", event.detailType())
                .put("source", "aws.ecs")
                .put("account", event.accountId())
                .put("time", event.time().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", event.region());
        event.resources().forEach(envelope.putArray("resources")::add);
        return envelope.set("detail", event.detail());
    }

    @Override
    public Reply after(AwsCall call, Reply reply) {
        if (call.service().equals("events") && !call.reads()) {
            subscriptions.forget();
        }
        return reply;
    }

    /** The remembered events, oldest first. */
    public synchronized List<EcsEvent> list() {
        return List.copyOf(latest);
    }

    public synchronized void clear() {
        latest.clear();
        waiting = new ArrayList<>();
        subscriptions.forget();
    }
}

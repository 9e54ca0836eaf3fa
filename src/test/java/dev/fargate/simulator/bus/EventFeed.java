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
import java.util.Random;
import java.util.UUID;

/** ECS's events: remembered for the control API, and sent to the queues whose rules match them. */
public final class EventFeed implements MotoFilter {
    private static final int REMEMBERED = 10_000;
    /** SendMessageBatch takes at most ten messages. */
    private static final int BATCH = 10;

    private final MotoCalls moto;
    private final Subscriptions subscriptions;
    private final Deque<EcsEvent> latest = new ArrayDeque<>();
    private final Map<Queue, List<String>> lines = new LinkedHashMap<>();
    private final Random random = new Random(1);
    private List<EcsEvent> waiting = new ArrayList<>();
    private Delivery delivery = Delivery.FAITHFUL;

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
        for (EcsEvent event : take()) {
            List<Subscriptions.Subscription> asked = subscriptions.of(new Place(event.accountId(), event.region()));
            if (!asked.isEmpty()) {
                ObjectNode envelope = envelope(event);
                asked.stream()
                        .filter(subscription -> subscription.pattern().matches(envelope))
                        .forEach(subscription -> line(subscription.queue(), envelope.toString()));
            }
        }
        due().forEach(this::send);
    }

    private synchronized void line(Queue queue, String message) {
        lines.computeIfAbsent(queue, _ -> new ArrayList<>()).addAll(delivery.sent(message));
    }

    private synchronized Map<Queue, List<String>> due() {
        Map<Queue, List<String>> due = new LinkedHashMap<>();
        lines.forEach((queue, line) -> due.put(queue, delivery.due(line, random)));
        lines.values().removeIf(List::isEmpty);
        return due;
    }

    /** From now on messages are delivered like this. */
    public synchronized void deliver(Delivery manner) {
        delivery = manner;
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
        lines.clear();
        waiting = new ArrayList<>();
        delivery = Delivery.FAITHFUL;
        subscriptions.forget();
    }
}

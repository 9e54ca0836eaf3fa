package dev.fargate.simulator.moto;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.EcsEvent;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * ECS's events: remembered for the control API, and put on moto's default bus where a rule may match them.
 *
 * <p>moto takes source {@code aws.ecs} in PutEvents, which AWS refuses; it then matches patterns and delivers to SQS.
 */
public final class EventFeed implements MotoFilter {
    private static final int REMEMBERED = 10_000;
    /** PutEvents takes at most ten entries. */
    private static final int BATCH = 10;

    private final MotoCalls moto;
    private final Deque<EcsEvent> latest = new ArrayDeque<>();
    private final Map<Place, Boolean> rulesExist = new ConcurrentHashMap<>();
    private List<EcsEvent> waiting = new ArrayList<>();

    public EventFeed(MotoCalls moto) {
        this.moto = moto;
    }

    synchronized void emit(EcsEvent event) {
        latest.addLast(event);
        if (latest.size() > REMEMBERED) {
            latest.removeFirst();
        }
        waiting.add(event);
    }

    void deliver() {
        List<EcsEvent> batch = take();
        for (int from = 0; from < batch.size(); ) {
            Place place = placeOf(batch.get(from));
            int to = from;
            ArrayNode entries = Json.MAPPER.createArrayNode();
            while (to < batch.size()
                    && to - from < BATCH
                    && placeOf(batch.get(to)).equals(place)) {
                entries.add(entry(batch.get(to)));
                to++;
            }
            if (rulesExist.computeIfAbsent(place, this::askForRules)) {
                ObjectNode body = Json.object();
                body.set("Entries", entries);
                moto.json(place, "events", "AWSEvents.PutEvents", body);
            }
            from = to;
        }
    }

    private synchronized List<EcsEvent> take() {
        List<EcsEvent> batch = waiting;
        waiting = new ArrayList<>();
        return batch;
    }

    private boolean askForRules(Place place) {
        Reply reply = moto.json(place, "events", "AWSEvents.ListRules", Json.object());
        return reply.status() == 200 && !Json.parse(reply.body()).path("Rules").isEmpty();
    }

    private static ObjectNode entry(EcsEvent event) {
        ObjectNode entry = Json.object()
                .put("Source", "aws.ecs")
                .put("DetailType", event.detailType())
                .put("Detail", event.detail().toString())
                .put("Time", event.time().getEpochSecond());
        event.resources().forEach(entry.putArray("Resources")::add);
        return entry;
    }

    private static Place placeOf(EcsEvent event) {
        return new Place(event.accountId(), event.region());
    }

    @Override
    public Reply after(AwsCall call, Reply reply) {
        if (call.service().equals("events") && !call.reads()) {
            rulesExist.clear();
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
        rulesExist.clear();
    }
}

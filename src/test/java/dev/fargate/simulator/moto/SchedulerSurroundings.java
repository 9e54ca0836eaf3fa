package dev.fargate.simulator.moto;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.EcsApi;
import dev.fargate.simulator.ecs.EcsCall;
import dev.fargate.simulator.ecs.wire.Realm;
import dev.fargate.simulator.scheduler.Around;
import dev.fargate.simulator.wire.Json;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** EventBridge Scheduler's neighbours: ECS, and moto for roles and queues. Dead letters go out later. */
public final class SchedulerSurroundings implements Around {
    private record Letter(Place place, ObjectNode message) {}

    private final Supplier<? extends EcsApi> ecs;
    private final Neighbours neighbours;
    private final MotoCalls moto;
    private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();

    public SchedulerSurroundings(Supplier<? extends EcsApi> ecs, Neighbours neighbours, MotoCalls moto) {
        this.ecs = ecs;
        this.neighbours = neighbours;
        this.moto = moto;
    }

    @Override
    public boolean roleExists(Realm realm, String arn) {
        return neighbours.hasRole(place(realm), arn);
    }

    @Override
    public ObjectNode runTask(Realm realm, ObjectNode request) {
        return ecs.get().call(new EcsCall("RunTask", request, realm.accountId(), realm.region(), realm.partition()));
    }

    @Override
    public void deadLetter(Realm realm, String queueArn, String body, ObjectNode attributes) {
        ObjectNode message = Json.object()
                .put(
                        "QueueUrl",
                        "http://sqs/" + realm.accountId() + "/" + queueArn.substring(queueArn.lastIndexOf(':') + 1))
                .put("MessageBody", body);
        ObjectNode texts = message.putObject("MessageAttributes");
        attributes.properties().forEach(attribute -> texts.putObject(attribute.getKey())
                .put("DataType", "String")
                .put("StringValue", attribute.getValue().asText()));
        letters.add(new Letter(place(realm), message));
    }

    /** Sends what was written so far. */
    public void deliver() {
        for (Letter letter = letters.poll(); letter != null; letter = letters.poll()) {
            moto.json(letter.place(), "sqs", "AmazonSQS.SendMessage", letter.message());
        }
    }

    private static Place place(Realm realm) {
        return new Place(realm.accountId(), realm.region());
    }
}

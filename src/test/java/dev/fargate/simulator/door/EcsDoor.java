package dev.fargate.simulator.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.EcsApi;
import dev.fargate.simulator.ecs.EcsCall;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Refusals;
import dev.fargate.simulator.journal.Journal;
import dev.fargate.simulator.limit.RequestLimits;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.AwsError;
import dev.fargate.simulator.wire.ErrorReplies;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Protocol;
import dev.fargate.simulator.wire.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** ECS's JSON protocol in front of its domain: limits, parsing, the model, errors. */
public final class EcsDoor {
    private static final System.Logger LOG = System.getLogger(EcsDoor.class.getName());

    private final Supplier<EcsApi> ecs;
    private final RequestLimits limits;
    private final ModelGuard guard;
    private final Journal journal;

    public EcsDoor(Supplier<EcsApi> ecs, RequestLimits limits, ModelGuard guard, Journal journal) {
        this.ecs = ecs;
        this.limits = limits;
        this.guard = guard;
        this.journal = journal;
    }

    public Reply answer(AwsCall call) {
        if (!limits.admits(call.caller(), call.operation())) {
            return error(Refusals.throttled(call, Effect.Disguise.THROTTLING));
        }
        try {
            ObjectNode body = parse(call);
            if (call.operation().equals("RunTask")
                    && !limits.admitsLaunch(call.caller(), body.path("count").asInt(1))) {
                return error(Refusals.throttled(call, Effect.Disguise.THROTTLING));
            }
            journal.batch(call.operation(), body);
            guard.request(call.operation(), body);
            ObjectNode reply = ecs.get()
                    .call(new EcsCall(
                            call.operation(),
                            body,
                            call.caller().accountId(),
                            call.caller().region(),
                            call.caller().partition()));
            guard.reply(call.operation(), reply);
            return new Reply(
                    200,
                    Map.of(
                            "Content-Type",
                            "application/x-amz-json-1.1",
                            "x-amzn-RequestId",
                            UUID.randomUUID().toString()),
                    Json.bytes(reply));
        } catch (AwsFault fault) {
            guard.refusal(call.operation(), fault.code());
            return error(new AwsError(fault.httpStatus(), fault.code(), fault.getMessage(), fault.extra()));
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "ECS failed in " + call.operation() + " on "
                            + call.request().text(),
                    e);
            guard.failure(call.operation(), e);
            return error(new AwsError(500, "ServerException", "The simulator failed: " + e));
        }
    }

    private static ObjectNode parse(AwsCall call) {
        byte[] body = call.request().body();
        if (body.length == 0) {
            return Json.object();
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(body);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new AwsFault(400, "SerializationException", "Start of structure or map found where not expected.");
        } catch (IOException e) {
            throw new AwsFault(400, "SerializationException", String.valueOf(e.getMessage()));
        }
    }

    private static Reply error(AwsError error) {
        return ErrorReplies.of(Protocol.JSON, error);
    }
}

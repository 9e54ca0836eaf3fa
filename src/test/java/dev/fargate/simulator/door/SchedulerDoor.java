package dev.fargate.simulator.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.wire.Realm;
import dev.fargate.simulator.scheduler.SchedulerCall;
import dev.fargate.simulator.scheduler.SchedulerSimulation;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.AwsError;
import dev.fargate.simulator.wire.ErrorReplies;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** EventBridge Scheduler's REST protocol in front of its domain. */
public final class SchedulerDoor {
    private static final System.Logger LOG = System.getLogger(SchedulerDoor.class.getName());
    private static final Pattern PATH = Pattern.compile("/(schedules|schedule-groups|tags)/(.+?)/?");

    private final Supplier<SchedulerSimulation> scheduler;
    private final ModelGuard guard;

    public SchedulerDoor(Supplier<SchedulerSimulation> scheduler, ModelGuard guard) {
        this.scheduler = scheduler;
        this.guard = guard;
    }

    public Reply answer(AwsCall call) {
        try {
            ObjectNode input = input(call);
            guard.request(call.operation(), input);
            Realm realm = new Realm(
                    call.caller().accountId(),
                    call.caller().region(),
                    call.caller().partition());
            ObjectNode reply = scheduler.get().call(new SchedulerCall(call.operation(), input, realm));
            guard.reply(call.operation(), reply);
            return new Reply(
                    200,
                    Map.of(
                            "Content-Type",
                            "application/json",
                            "x-amzn-RequestId",
                            UUID.randomUUID().toString()),
                    Json.bytes(reply));
        } catch (AwsFault fault) {
            guard.refusal(call.operation(), fault.code());
            return error(call, new AwsError(fault.httpStatus(), fault.code(), fault.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Scheduler failed in " + call.operation(), e);
            guard.failure(call.operation(), e);
            return error(call, new AwsError(500, "InternalServerException", "The simulator failed: " + e));
        }
    }

    private static Reply error(AwsCall call, AwsError error) {
        return ErrorReplies.of(call.protocol(), error);
    }

    /** The members of body, path and query, by their names in the model. */
    private static ObjectNode input(AwsCall call) {
        byte[] body = call.request().body();
        ObjectNode input = body.length == 0 ? Json.object() : (ObjectNode) Json.parse(body);
        Matcher path = PATH.matcher(call.request().uri().getRawPath());
        if (path.matches()) {
            input.put(path.group(1).equals("tags") ? "ResourceArn" : "Name", decoded(path.group(2)));
        }
        String query = call.request().uri().getRawQuery();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                member(input, pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return input;
    }

    private static void member(ObjectNode input, String name, String value) {
        switch (name) {
            case "ScheduleGroup", "groupName" -> input.put("GroupName", value);
            case "clientToken" -> input.put("ClientToken", value);
            case "MaxResults" -> input.put(name, Integer.parseInt(value));
            case "TagKeys" -> input.withArray(name).add(value);
            default -> input.put(name, value);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

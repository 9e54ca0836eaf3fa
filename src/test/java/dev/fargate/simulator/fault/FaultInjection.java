package dev.fargate.simulator.fault;

import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.ErrorReplies;
import dev.fargate.simulator.wire.Protocol;
import dev.fargate.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets faults act around a call's effect. */
public final class FaultInjection {
    private final Faults faults;

    public FaultInjection(Faults faults) {
        this.faults = faults;
    }

    /** The reply to the call, whose effect happens at most once and not at all when a fault forestalls it. */
    public Reply around(AwsCall call, Supplier<Reply> effect) {
        List<ArmedFault> struck = faults.strike(call);
        for (ArmedFault fault : struck) {
            Optional<Reply> instead = before(fault, call);
            if (instead.isPresent()) {
                return instead.get();
            }
        }
        Reply reply = effect.get();
        for (ArmedFault fault : struck) {
            reply = after(fault, call, reply);
        }
        return reply;
    }

    private static Optional<Reply> before(ArmedFault fault, AwsCall call) {
        return switch (fault.effect()) {
            case Effect.Throttle throttle ->
                Optional.of(ErrorReplies.of(call.protocol(), Refusals.throttled(call, throttle.disguise())));
            case Effect.Fail fail -> Optional.of(ErrorReplies.of(call.protocol(), Refusals.failed(call, fail)));
            case Effect.Deny() -> Optional.of(ErrorReplies.of(call.protocol(), Refusals.denied(call)));
            case Effect.Drop(When when) when when == When.BEFORE -> Optional.of(Reply.NONE);
            case Effect.Kill(long pid, When when)
            when when == When.BEFORE -> {
                Processes.kill(pid);
                yield Optional.of(Reply.NONE);
            }
            case Effect.Hold(When when)
            when when == When.BEFORE -> {
                fault.hold();
                yield Optional.empty();
            }
            case Effect.Latency _, Effect.Drop _, Effect.Distort _, Effect.Answer _, Effect.Hold _, Effect.Kill _ ->
                Optional.empty();
        };
    }

    private static Reply after(ArmedFault fault, AwsCall call, Reply reply) {
        return switch (fault.effect()) {
            case Effect.Latency(Duration delay) -> {
                pause(delay);
                yield reply;
            }
            case Effect.Drop(When when) when when == When.AFTER -> Reply.NONE;
            case Effect.Kill(long pid, When when)
            when when == When.AFTER -> {
                Processes.kill(pid);
                yield Reply.NONE;
            }
            case Effect.Hold(When when)
            when when == When.AFTER -> {
                fault.hold();
                yield reply;
            }
            case Effect.Distort(Effect.Damage damage) ->
                switch (damage) {
                    case EMPTY -> new Reply(200, reply.headers(), emptyDocument(call.protocol()));
                    case PARTIAL -> reply.cut();
                };
            case Effect.Answer(int status, String contentType, String body) ->
                new Reply(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
            case Effect.Throttle _, Effect.Fail _, Effect.Deny _, Effect.Drop _, Effect.Hold _, Effect.Kill _ -> reply;
        };
    }

    private static byte[] emptyDocument(Protocol protocol) {
        return switch (protocol) {
            case JSON, REST_JSON -> "{}".getBytes(StandardCharsets.UTF_8);
            case QUERY, EC2 -> "<Response/>".getBytes(StandardCharsets.UTF_8);
            case CBOR -> new byte[] {(byte) 0xa0};
        };
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

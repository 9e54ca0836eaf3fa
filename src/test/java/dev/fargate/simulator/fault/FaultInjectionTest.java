package dev.fargate.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.Headers;
import dev.fargate.simulator.fault.Effect.Damage;
import dev.fargate.simulator.fault.Effect.Disguise;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.Caller;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Protocol;
import dev.fargate.simulator.wire.Received;
import dev.fargate.simulator.wire.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultInjectionTest {
    private final Faults faults = new Faults();
    private final FaultInjection injection = new FaultInjection(faults);
    private final AtomicInteger effects = new AtomicInteger();

    @Test
    void withoutFaultsACallHasItsEffectAndItsReply() {
        assertThat(reply(create("web")).text()).isEqualTo("{\"service\": {}}");
        assertThat(effects).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JSON      | THROTTLING        | 400 | ThrottlingException
            REST_JSON | THROTTLING        | 429 | Rate exceeded
            QUERY     | THROTTLING        | 400 | <Code>Throttling</Code>
            EC2       | THROTTLING        | 503 | <Code>RequestLimitExceeded</Code>
            JSON      | CLIENT_EXCEPTION  | 400 | ClientException
            JSON      | INVALID_PARAMETER | 400 | InvalidParameterException
            """)
    void throttlingWearsTheProtocolsClothes(Protocol protocol, Disguise disguise, int status, String text) {
        faults.add(Fault.every("ecs", "CreateService", new Effect.Throttle(disguise)));

        Reply reply = reply(call("CreateService", protocol, "{}"));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).contains(text);
        assertThat(effects).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"JSON, 400", "REST_JSON, 403", "QUERY, 403", "EC2, 403"})
    void aDenialNamesTheAction(Protocol protocol, int status) {
        faults.add(Fault.every("ecs", "CreateService", new Effect.Deny()));

        Reply reply = reply(call("CreateService", protocol, "{}"));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).contains("is not authorized to perform: ecs:CreateService");
    }

    @Test
    void onlyTheNthMatchingCallIsStruck() {
        faults.add(Fault.nth(2, "ecs", "CreateService", new Effect.Fail()));

        assertThat(IntStream.range(0, 4).map(_ -> reply(create("web")).status()))
                .containsExactly(200, 500, 200, 200);
    }

    @Test
    void otherCallsNeitherMeetNorAdvanceAFault() {
        faults.add(new Fault(
                Match.operation("ecs", "CreateService").containing("web"), Schedule.first(1), new Effect.Fail()));

        assertThat(reply(create("db")).status()).isEqualTo(200);
        assertThat(reply(call("UpdateService", Protocol.JSON, "web")).status()).isEqualTo(200);
        assertThat(reply(create("web")).status()).isEqualTo(500);
        assertThat(reply(create("web")).status()).isEqualTo(200);
    }

    @Test
    void aShareIsDrawnWithItsSeed() {
        faults.add(Fault.share(0.3, 42, new Effect.Throttle(Disguise.THROTTLING)));
        long first = throttled(1_000);
        faults.clear();
        faults.add(Fault.share(0.3, 42, new Effect.Throttle(Disguise.THROTTLING)));

        assertThat(first).isBetween(250L, 350L);
        assertThat(throttled(1_000)).isEqualTo(first);
    }

    @Test
    void aLostRequestHasNoEffectAndALostReplyHasOne() {
        int lostRequest = faults.add(Fault.every("ecs", "CreateService", new Effect.Drop(When.BEFORE)));
        assertThat(reply(create("web"))).isEqualTo(Reply.NONE);
        assertThat(effects).hasValue(0);
        faults.remove(lostRequest);

        faults.add(Fault.every("ecs", "CreateService", new Effect.Drop(When.AFTER)));
        assertThat(reply(create("web"))).isEqualTo(Reply.NONE);
        assertThat(effects).hasValue(1);
    }

    @Test
    void anOutageLastsUntilItIsCleared() {
        faults.add(Fault.outage());
        assertThat(reply(create("web"))).isEqualTo(Reply.NONE);
        assertThat(reply(call("DescribeSubnets", Protocol.EC2, ""))).isEqualTo(Reply.NONE);

        faults.clear();
        assertThat(reply(create("web")).status()).isEqualTo(200);
    }

    @Test
    void damagedRepliesComeAfterTheEffect() {
        int empty = faults.add(Fault.every("ecs", "CreateService", new Effect.Distort(Damage.EMPTY)));
        assertThat(reply(create("web")).text()).isEqualTo("{}");
        faults.remove(empty);

        faults.add(Fault.every("ecs", "CreateService", new Effect.Distort(Damage.PARTIAL)));
        Reply partial = reply(create("web"));
        assertThat(partial.sent()).isLessThan(partial.body().length);
        assertThat(effects).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({"BEFORE, 0", "AFTER, 1"})
    void aHeldCallStandsStillUntilReleased(When when, int effectsWhileHeld) {
        int hold = faults.add(Fault.nth(1, "ecs", "CreateService", new Effect.Hold(when)));

        CompletableFuture<Reply> held = CompletableFuture.supplyAsync(() -> reply(create("web")));

        await().until(() -> faults.list().path(0).path("holding").asInt() == 1);
        assertThat(effects).hasValue(effectsWhileHeld);
        faults.release(hold);
        assertThat(held.join().status()).isEqualTo(200);
        assertThat(effects).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"BEFORE, 0", "AFTER, 1"})
    void aKilledProcessIsGoneBeforeTheCallGoesOn(When when, int effectsAtItsDeath) throws IOException {
        Process victim = new ProcessBuilder("sleep", "60").start();
        faults.add(Fault.nth(1, "ecs", "CreateService", new Effect.Kill(victim.pid(), when)));

        Reply reply = reply(create("web"));

        assertThat(reply).isEqualTo(Reply.NONE);
        assertThat(effects).hasValue(effectsAtItsDeath);
        await().until(() -> !victim.isAlive());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'effect': {'type': 'throttle'}}",
                "{'effect': {'type': 'fail', 'status': 503}}",
                "{'effect': {'type': 'deny'}}",
                "{'effect': {'type': 'latency', 'delay': 'PT0.2S'}}",
                "{'effect': {'type': 'drop', 'when': 'AFTER'}}",
                "{'effect': {'type': 'distort', 'damage': 'EMPTY'}}",
                "{'effect': {'type': 'answer', 'status': 200, 'contentType': 'text/plain', 'body': ''}}",
                "{'effect': {'type': 'hold', 'when': 'BEFORE'}, 'schedule': {'nth': 3}}",
                "{'effect': {'type': 'kill', 'pid': 7, 'when': 'AFTER'}, 'match': {'service': 'ecs'}}"
            })
    void faultsTravelAsJson(String order) throws JsonProcessingException {
        Fault fault = Json.MAPPER.readValue(order.replace('\'', '"'), Fault.class);

        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(fault), Fault.class))
                .isEqualTo(fault);
    }

    private long throttled(int calls) {
        return IntStream.range(0, calls)
                .filter(_ -> reply(create("web")).status() == 400)
                .count();
    }

    private Reply reply(AwsCall call) {
        return injection.around(call, () -> {
            effects.incrementAndGet();
            return new Reply(200, Map.of(), "{\"service\": {}}".getBytes(StandardCharsets.UTF_8));
        });
    }

    private static AwsCall create(String name) {
        return call("CreateService", Protocol.JSON, "{\"serviceName\": \"" + name + "\"}");
    }

    private static AwsCall call(String operation, Protocol protocol, String body) {
        Received request = new Received("POST", URI.create("/"), new Headers(), body.getBytes(StandardCharsets.UTF_8));
        return new AwsCall("ecs", operation, protocol, new Caller("key", "111111111111", "eu-west-1"), request);
    }
}

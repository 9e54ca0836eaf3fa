package dev.fargate.simulator.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.EcsApi;
import dev.fargate.simulator.journal.Journal;
import dev.fargate.simulator.limit.RequestLimits;
import dev.fargate.simulator.model.ServiceModel;
import dev.fargate.simulator.model.Violations;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.Caller;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Protocol;
import dev.fargate.simulator.wire.Received;
import dev.fargate.simulator.wire.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcsDoorTest {
    private final Violations violations = new Violations();
    private EcsApi ecs = call -> Json.object().put("at", 1.5);

    @Test
    void aGoodCallIsAnsweredInTheJsonProtocol() {
        Reply reply = answer("Put", "{\"name\": \"a\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"at\":1.5}");
        assertThat(reply.header("content-type")).isEqualTo("application/x-amz-json-1.1");
        assertThat(reply.header("x-amzn-requestid")).isNotEmpty();
        assertThat(violations.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Put  | {"name": "a"                    | SerializationException
            Put  | ["name"]                        | SerializationException
            Put  | {"name": "a", "count": "1"}     | SerializationException
            Put  | {}                              | InvalidParameterException
            Put  | {"name": "a", "colour": "GREEN"} | InvalidParameterException
            Gut  | {"name": "a"}                   | UnknownOperationException
            """)
    void whatAwsRefusesIsRefusedAndNoViolation(String operation, String body, String code) {
        Reply reply = answer(operation, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("x-amzn-errortype")).isEqualTo(code);
        assertThat(json(reply).path("__type").asText()).isEqualTo(code);
        assertThat(violations.list()).isEmpty();
    }

    @Test
    void anUnknownMemberIsIgnoredAndRecorded() {
        assertThat(answer("Put", "{\"name\": \"a\", \"nmae\": 1}").status()).isEqualTo(200);

        assertThat(violations.list()).singleElement().satisfies(violation -> {
            assertThat(violation.side()).isEqualTo(Violations.Side.REQUEST);
            assertThat(violation.path()).isEqualTo("nmae");
        });
    }

    @Test
    void aReplyThatTheModelDoesNotKnowIsRecorded() {
        ecs = call -> Json.object().put("at", "yesterday").put("more", 1);

        answer("Put", "{\"name\": \"a\"}");

        assertThat(violations.list()).extracting(Violations.Counted::path).containsExactlyInAnyOrder("at", "more");
    }

    @Test
    void aRefusalCarriesItsMembers() {
        ecs = call -> {
            throw new AwsFault(
                    400, "ConflictException", "there already", Json.object().put("resourceIds", "x"));
        };

        JsonNode error = json(answer("Put", "{\"name\": \"a\"}"));

        assertThat(error)
                .isEqualTo(Json.parse(
                        "{\"__type\": \"ConflictException\", \"message\": \"there already\", \"resourceIds\": \"x\"}"));
        assertThat(violations.list()).isEmpty();
    }

    @Test
    void anErrorThatTheOperationDoesNotHaveIsRecorded() {
        ecs = call -> {
            throw new AwsFault(400, "ClusterNotFoundException", "Cluster not found.");
        };

        answer("Put", "{\"name\": \"a\"}");

        assertThat(violations.list()).singleElement().satisfies(violation -> assertThat(violation.message())
                .contains("ClusterNotFoundException"));
    }

    @Test
    void aFailureOfTheSimulatorIsA500AndRecorded() {
        ecs = call -> {
            throw new IllegalStateException("bug");
        };

        assertThat(answer("Put", "{\"name\": \"a\"}").status()).isEqualTo(500);
        assertThat(violations.list()).singleElement().satisfies(violation -> assertThat(violation.message())
                .contains("bug"));
    }

    private Reply answer(String operation, String body) {
        EcsDoor door = new EcsDoor(
                () -> ecs,
                new RequestLimits(true, System::nanoTime),
                new ModelGuard("ecs", model(), violations, true),
                new Journal(false));
        Received request = new Received("POST", URI.create("/"), new Headers(), body.getBytes(StandardCharsets.UTF_8));
        return door.answer(
                new AwsCall("ecs", operation, Protocol.JSON, new Caller("key", "111111111111", "eu-west-1"), request));
    }

    private static ServiceModel model() {
        try (InputStream file = EcsDoorTest.class.getResourceAsStream("/simulator/service-2.json")) {
            return new ServiceModel(Json.MAPPER.readTree(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(Reply reply) {
        return Json.parse(reply.body());
    }
}

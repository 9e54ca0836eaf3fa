package dev.fargate.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.Headers;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.AwsError;
import dev.fargate.simulator.wire.Caller;
import dev.fargate.simulator.wire.ErrorReplies;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Protocol;
import dev.fargate.simulator.wire.Received;
import dev.fargate.simulator.wire.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalTest {
    private static final Reply OK = new Reply(200, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));

    private final Journal journal = new Journal(true);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JSON  | 400 | ThrottlingException       | slow down            | THROTTLED
            JSON  | 400 | ClientException           | Rate exceeded        | THROTTLED
            EC2   | 503 | RequestLimitExceeded      | too much             | THROTTLED
            JSON  | 400 | AccessDeniedException     | no                   | DENIED
            EC2   | 403 | UnauthorizedOperation     | no                   | DENIED
            QUERY | 403 | AccessDenied              | no                   | DENIED
            JSON  | 400 | ClusterNotFoundException  | Cluster not found.   | ERROR
            QUERY | 500 | InternalFailure           | oh                   | ERROR
            """)
    void anErrorIsCountedByItsClass(Protocol protocol, int status, String code, String message, Outcome outcome) {
        assertThat(Outcome.of(ErrorReplies.of(protocol, new AwsError(status, code, message))))
                .isEqualTo(outcome);
    }

    @Test
    void whoGetsHalfAnAnswerOrNoneIsLost() {
        assertThat(Outcome.of(Reply.NONE)).isEqualTo(Outcome.LOST);
        assertThat(Outcome.of(OK.cut())).isEqualTo(Outcome.LOST);
    }

    @Test
    void callsAreListedInTheOrderOfTheirArrival() {
        Journal.Arrival first = journal.arrived();
        Journal.Arrival second = journal.arrived();
        journal.ended(second, call("UpdateService"), OK);
        journal.ended(first, call("CreateService"), OK);

        assertThat(journal.calls(_ -> true, true))
                .extracting(CallRecord::operation, CallRecord::request)
                .containsExactly(
                        tuple("CreateService", "{\"for\":\"CreateService\"}"),
                        tuple("UpdateService", "{\"for\":\"UpdateService\"}"));
    }

    @Test
    void batchesAreMeasured() {
        journal.batch("DescribeServices", Json.parse("{\"services\": [\"a\", \"b\"]}"));
        journal.batch("DescribeServices", Json.parse("{\"services\": [\"a\", \"b\", \"c\"]}"));

        assertThat(journal.counts().path("batches").toString())
                .isEqualTo("[{\"operation\":\"DescribeServices\",\"calls\":2,\"items\":5,\"largest\":3}]");
    }

    @Test
    void aResetForgets() {
        journal.ended(journal.arrived(), call("CreateService"), OK);

        journal.reset();

        assertThat(journal.calls(_ -> true, true)).isEmpty();
        assertThat(journal.counts().path("calls")).isEmpty();
    }

    private static AwsCall call(String operation) {
        byte[] body = ("{\"for\":\"" + operation + "\"}").getBytes(StandardCharsets.UTF_8);
        return new AwsCall(
                "ecs",
                operation,
                Protocol.JSON,
                new Caller("key", "111111111111", "eu-west-1"),
                new Received("POST", URI.create("/"), new Headers(), body));
    }
}

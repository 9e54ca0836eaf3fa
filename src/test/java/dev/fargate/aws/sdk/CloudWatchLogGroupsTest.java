package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsScope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloudWatchLogGroupsTest {
    private final AwsEndpoint endpoint = new AwsEndpoint();
    private final SdkAccounts accounts = new SdkAccounts(
            new ClientSettings("1.2.3", "c1", ClientSettings.Timeouts.DEFAULT, Optional.empty()),
            new SimpleMeterRegistry(),
            () -> {});
    private final Aws aws = accounts.of(new AwsScope("dev", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN));

    @AfterEach
    void close() {
        accounts.close();
        endpoint.close();
    }

    @Test
    void aLogGroupThatExistsIsLeftAsItIs() {
        exists("\"retentionInDays\":7,");

        aws.logGroups().create("/app", OptionalInt.of(30), Map.of("team", "red"));

        assertThat(operations()).containsExactly("CreateLogGroup", "DescribeLogGroups");
    }

    @Test
    void aLogGroupOfAnybodyElseKeepsItsEventsForEver() {
        exists("");
        endpoint.answer("ListTagsForResource", 200, "{\"tags\":{\"team\":\"blue\"}}");

        aws.logGroups().create("/app", OptionalInt.of(30), Map.of("team", "red"));

        assertThat(operations()).doesNotContain("PutRetentionPolicy");
    }

    @Test
    void aCrashAfterTheCreationIsMadeGoodByTheNextTry() {
        exists("");
        endpoint.answer("ListTagsForResource", 200, "{\"tags\":{\"team\":\"red\"}}");
        endpoint.answer("PutRetentionPolicy", 200, "{}");

        aws.logGroups().create("/app", OptionalInt.of(30), Map.of("team", "red"));

        assertThat(endpoint.requests.get(2).body())
                .isEqualTo("{\"resourceArn\":\"arn:aws:logs:eu-west-1:1:log-group:/app\"}");
        assertThat(endpoint.requests.getLast().body()).isEqualTo("{\"logGroupName\":\"/app\",\"retentionInDays\":30}");
    }

    @Test
    void aNewLogGroupGetsItsRetention() {
        endpoint.answer("CreateLogGroup", 200, "{}");
        endpoint.answer("PutRetentionPolicy", 200, "{}");

        aws.logGroups().create("/app", OptionalInt.of(30), Map.of());

        assertThat(endpoint.requests.getLast().body()).isEqualTo("{\"logGroupName\":\"/app\",\"retentionInDays\":30}");
    }

    private void exists(String retention) {
        endpoint.answer(
                "CreateLogGroup", 400, "{\"__type\":\"ResourceAlreadyExistsException\",\"message\":\"It exists\"}");
        endpoint.answer(
                "DescribeLogGroups",
                200,
                "{\"logGroups\":[{\"logGroupName\":\"/app\",%s\"arn\":\"arn:aws:logs:eu-west-1:1:log-group:/app:*\"}]}"
                        .formatted(retention));
    }

    private List<String> operations() {
        return endpoint.requests.stream().map(AwsEndpoint.Request::operation).toList();
    }
}

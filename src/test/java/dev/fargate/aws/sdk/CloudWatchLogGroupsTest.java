package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsScope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloudWatchLogGroupsTest {
    private final AwsEndpoint endpoint = new AwsEndpoint();
    private final SdkAccounts accounts = new SdkAccounts(ClientSettings.defaults("1.2.3"), new SimpleMeterRegistry());
    private final Aws aws = accounts.of(new AwsScope("dev", "eu-west-1", Optional.empty(), Optional.empty()));

    @AfterEach
    void close() {
        accounts.close();
        endpoint.close();
    }

    @Test
    void aLogGroupThatExistsIsLeftAsItIs() {
        endpoint.answer(
                "CreateLogGroup", 400, "{\"__type\":\"ResourceAlreadyExistsException\",\"message\":\"It exists\"}");

        aws.logGroups().create("/app", OptionalInt.of(30), Map.of("team", "red"));

        assertThat(endpoint.requests).hasSize(1);
    }

    @Test
    void aNewLogGroupGetsItsRetention() {
        endpoint.answer("CreateLogGroup", 200, "{}");
        endpoint.answer("PutRetentionPolicy", 200, "{}");

        aws.logGroups().create("/app", OptionalInt.of(30), Map.of());

        assertThat(endpoint.requests.getLast().body()).isEqualTo("{\"logGroupName\":\"/app\",\"retentionInDays\":30}");
    }
}

package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CloudWatchLogGroupsTest {
    @AutoClose
    private final AnsweringAws aws = new AnsweringAws();

    @Test
    void aLogGroupThatExistsIsLeftAsItIs() {
        exists("\"retentionInDays\":7,");

        aws.own().logGroups().create("/app", OptionalInt.of(30), Map.of("team", "red"));

        assertThat(operations()).containsExactly("CreateLogGroup", "DescribeLogGroups");
    }

    @Test
    void aLogGroupOfAnybodyElseKeepsItsEventsForEver() {
        exists("");
        aws.endpoint().answer("ListTagsForResource", 200, "{\"tags\":{\"team\":\"blue\"}}");

        aws.own().logGroups().create("/app", OptionalInt.of(30), Map.of("team", "red"));

        assertThat(operations()).doesNotContain("PutRetentionPolicy");
    }

    @Test
    void aCrashAfterTheCreationIsMadeGoodByTheNextTry() {
        exists("");
        aws.endpoint().answer("ListTagsForResource", 200, "{\"tags\":{\"team\":\"red\"}}");
        aws.endpoint().answer("PutRetentionPolicy", 200, "{}");

        aws.own().logGroups().create("/app", OptionalInt.of(30), Map.of("team", "red"));

        assertThat(aws.endpoint().requests.get(2).body())
                .isEqualTo("{\"resourceArn\":\"arn:aws:logs:eu-west-1:1:log-group:/app\"}");
        assertThat(aws.endpoint().requests.getLast().body())
                .isEqualTo("{\"logGroupName\":\"/app\",\"retentionInDays\":30}");
    }

    @Test
    void aNewLogGroupGetsItsRetention() {
        aws.endpoint().answer("CreateLogGroup", 200, "{}");
        aws.endpoint().answer("PutRetentionPolicy", 200, "{}");

        aws.own().logGroups().create("/app", OptionalInt.of(30), Map.of());

        assertThat(aws.endpoint().requests.getLast().body())
                .isEqualTo("{\"logGroupName\":\"/app\",\"retentionInDays\":30}");
    }

    private void exists(String retention) {
        aws.endpoint()
                .answer(
                        "CreateLogGroup",
                        400,
                        "{\"__type\":\"ResourceAlreadyExistsException\",\"message\":\"It exists\"}");
        aws.endpoint()
                .answer(
                        "DescribeLogGroups",
                        200,
                        "{\"logGroups\":[{\"logGroupName\":\"/app\",%s\"arn\":\"arn:aws:logs:eu-west-1:1:log-group:/app:*\"}]}"
                                .formatted(retention));
    }

    private List<String> operations() {
        return aws.endpoint().requests.stream()
                .map(AwsEndpoint.Request::operation)
                .toList();
    }
}

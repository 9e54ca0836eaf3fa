package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.TaskDefinitions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** How calls are made, fail and are counted, whatever they ask. */
class SdkAccountsTest {
    private static final RegisterTaskDefinitionRequest REGISTER =
            RegisterTaskDefinitionRequest.builder().family("app").build();

    @AutoClose
    private final AnsweringAws aws = new AnsweringAws();

    @Test
    void aCallNamesTheOperatorAndItsVersion() {
        aws.endpoint().answer("DescribeClusters", 200, "{\"clusters\": [], \"failures\": [{\"reason\": \"MISSING\"}]}");

        assertThat(aws.own().clusters().describe("dev")).isEmpty();

        assertThat(aws.endpoint().requests.getFirst().userAgent()).endsWith("fargate-operator/1.2.3");
        assertThat(aws.endpoint().requests.getFirst().body())
                .contains("\"include\":[\"TAGS\",\"SETTINGS\",\"CONFIGURATIONS\",\"ATTACHMENTS\"]");
    }

    @Test
    void aRefusalCarriesAwssWordsAndRequestAndIsNotRepeated() {
        aws.endpoint()
                .answer(
                        "RegisterTaskDefinition",
                        400,
                        "{\"__type\":\"ClientException\",\"message\":\"Rate exceeded\"}");

        AwsException refusal =
                AnsweringAws.refusal(() -> aws.own().taskDefinitions().register(REGISTER));

        assertThat(refusal.errorClass()).isEqualTo(ErrorClass.THROTTLED);
        assertThat(refusal.operation()).isEqualTo("ecs:RegisterTaskDefinition");
        assertThat(refusal.code()).isEqualTo("ClientException");
        assertThat(refusal).hasMessage("Rate exceeded");
        assertThat(refusal.requestId()).hasValue("r-1");
        assertThat(aws.endpoint().requests).hasSize(1);
    }

    @Test
    void aLostReplyIsTransientAndTheCallIsMadeOnceEvenOnAConnectionThatWasUsedBefore() {
        aws.endpoint().answer("DescribeTaskDefinition", 200, "{\"taskDefinition\": {\"family\": \"app\"}}");
        aws.endpoint().loseRepliesTo("RegisterTaskDefinition");
        aws.own().taskDefinitions().describe("app");

        AwsException refusal =
                AnsweringAws.refusal(() -> aws.own().taskDefinitions().register(REGISTER));

        assertThat(refusal.errorClass()).isEqualTo(ErrorClass.TRANSIENT);
        assertThat(refusal.requestId()).isEmpty();
        assertThat(refusal.getMessage()).doesNotContain("SDK Attempt");
        assertThat(aws.endpoint().requests)
                .extracting(AwsEndpoint.Request::operation)
                .containsExactly("DescribeTaskDefinition", "RegisterTaskDefinition");
    }

    @Test
    void aRequestThatMayNoLongerBeMadeIsNotSent() {
        Runnable ended = () -> {
            throw new IllegalStateException("the tenure is over");
        };

        try (SdkAccounts late = new SdkAccounts(AnsweringAws.SETTINGS, aws.meters(), ended)) {
            TaskDefinitions definitions = late.of(AnsweringAws.OWN).taskDefinitions();
            assertThatThrownBy(() -> definitions.register(REGISTER)).hasMessage("the tenure is over");
        }

        assertThat(aws.endpoint().requests).isEmpty();
    }

    @Test
    void aReplyThatDoesNotComeInTimeIsTransientAndTheCallIsMadeOnce() {
        aws.endpoint().hangOn("RegisterTaskDefinition");
        ClientSettings impatient = new ClientSettings(
                "1.2.3",
                "c1",
                new ClientSettings.Timeouts(Duration.ofSeconds(3), Duration.ofMillis(500), Duration.ofSeconds(5)),
                Optional.empty());

        try (SdkAccounts hurried = new SdkAccounts(impatient, aws.meters(), () -> {})) {
            AwsException refusal = AnsweringAws.refusal(
                    () -> hurried.of(AnsweringAws.OWN).taskDefinitions().register(REGISTER));
            assertThat(refusal.errorClass()).isEqualTo(ErrorClass.TRANSIENT);
        }

        assertThat(aws.endpoint().requests).hasSizeLessThanOrEqualTo(1);
        assertThat(aws.calls("RegisterTaskDefinition", "transient")).isEqualTo(1);
    }

    @Test
    void aServerErrorIsTransientAndNotRepeated() {
        aws.endpoint().answer("RegisterTaskDefinition", 500, "<html>Bad</html>");

        assertThat(AnsweringAws.refusal(() -> aws.own().taskDefinitions().register(REGISTER))
                        .errorClass())
                .isEqualTo(ErrorClass.TRANSIENT);
        assertThat(aws.endpoint().requests).hasSize(1);
    }

    @Test
    void callsAreCountedByOutcome() {
        aws.endpoint().answer("TagResource", 200, "{}");
        aws.endpoint().answer("UntagResource", 400, "{\"__type\":\"ResourceNotFoundException\",\"message\":\"None\"}");

        aws.own().tags().tag("arn:service", Map.of("team", "red"));
        AnsweringAws.refusal(() -> aws.own().tags().untag("arn:service", Set.of("team")));

        assertThat(aws.calls("TagResource", "ok")).isEqualTo(1);
        assertThat(aws.calls("UntagResource", "missing")).isEqualTo(1);
    }
}

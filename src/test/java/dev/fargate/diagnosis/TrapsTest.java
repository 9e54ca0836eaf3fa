package dev.fargate.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.diagnosis.DiagnosisTest.Reason;
import dev.fargate.diagnosis.Ending.Exit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the first guess is wrong. */
class TrapsTest {
    private static final int FORMER_LIMIT = 255;

    @Test
    void a_log_group_that_cannot_be_found_may_only_be_out_of_reach() {
        String before = "ResourceInitializationError: failed to validate logger args: ";

        assertThat(cause(before + "create stream has been retried 1 times: failed to create Cloudwatch log stream:"
                        + " ResourceNotFoundException: The specified log group does not exist."))
                .isEqualTo(Cause.LogGroupMissing);
        assertThat(cause(before + "The task cannot find the Amazon CloudWatch log group defined in the task definition."
                        + " There is a connection issue between the task and Amazon CloudWatch."))
                .isEqualTo(Cause.LogUnreachable);
    }

    @ParameterizedTest
    @CsvSource({
        "SpotInterruption,          Your Spot Task was interrupted.,                       SpotInterruption",
        "TerminationNotice,         Your Spot Task was interrupted.,                       SpotInterruption",
        "ServiceSchedulerInitiated, Task failed container health checks,                   ContainerHealth",
        "ServiceSchedulerInitiated, Scaling activity initiated by (deployment ecs-svc/2),  Replaced",
        "UserInitiated,             Task stopped by user,                                  StoppedByUser",
        "EssentialContainerExited,  Essential container in task exited,                    KilledOnTimeout",
    })
    void exit_code_137_alone_is_not_out_of_memory(String code, String reason, Cause cause) {
        assertThat(cause(new Ending(
                        code, reason, "ecs-svc/1", List.of(new Exit("app", "nginx:1", OptionalInt.of(137), "")))))
                .isEqualTo(cause);
    }

    @Test
    void who_stopped_a_task_matters_more_than_how_its_container_took_it() {
        Exit killed = new Exit(
                "app", "nginx:1", OptionalInt.of(137), "OutOfMemoryError: Container killed due to memory usage");

        assertThat(cause(new Ending(
                        "EssentialContainerExited", "Essential container in task exited", "", List.of(killed))))
                .isEqualTo(Cause.OutOfMemory);
        assertThat(cause(new Ending("SpotInterruption", "Your Spot Task was interrupted.", "", List.of(killed))))
                .isEqualTo(Cause.SpotInterruption);
    }

    static Stream<Reason> longReasons() {
        return DiagnosisTest.reasons().stream()
                .filter(reason -> reason.reason() != null && reason.reason().length() > FORMER_LIMIT);
    }

    @ParameterizedTest
    @MethodSource("longReasons")
    void words_cut_at_255_characters_claim_no_more_than_they_tell(Reason reason) {
        String cut = reason.reason().substring(0, FORMER_LIMIT - 3) + "...";

        Diagnosis diagnosis = Diagnosis.of(Ending.of(cut), TaskFacts.NONE);

        if (diagnosis.cause() == Cause.SecretUnreachable && reason.cause() != Cause.SecretUnreachable) {
            assertThat(diagnosis.meaning()).contains("words break off", "may not read the secret");
        } else {
            assertThat(diagnosis.cause()).isIn(reason.cause(), Cause.ImagePullFailed, Cause.Unknown);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ecs/firelens",
                "/ecs/fluentd",
                "/ecs/secretsmanager",
                "/ecs/kms",
            })
    void a_log_group_may_be_named_like_a_trouble(String group) {
        assertThat(cause("ResourceInitializationError: failed to validate logger args: create stream has been retried 1"
                        + " times: failed to create Cloudwatch log stream: AccessDeniedException: User: x is not"
                        + " authorized to perform: logs:CreateLogStream on resource: arn:aws:logs:eu-west-1:"
                        + "123456789012:log-group:" + group))
                .isEqualTo(Cause.LogDenied);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fluent-bit:1", "efs-utils:1", "ssm:1", "secretsmanager:1"})
    void an_image_may_be_named_like_a_trouble(String image) {
        assertThat(cause(
                        "CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref"
                                + " docker.io/shop/" + image + ": not found"))
                .isEqualTo(Cause.ImageNotFound);
    }

    @Test
    void unknown_words_stay_unknown() {
        assertThat(cause("SomethingNewError: the flux capacitor is empty")).isEqualTo(Cause.Unknown);
        assertThat(cause("")).isEqualTo(Cause.Unknown);
    }

    private static Cause cause(String words) {
        return cause(Ending.of(words));
    }

    private static Cause cause(Ending ending) {
        return Diagnosis.of(ending, TaskFacts.NONE).cause();
    }
}

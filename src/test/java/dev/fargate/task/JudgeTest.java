package dev.fargate.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateTaskSpec.FailureAction;
import dev.fargate.api.FargateTaskSpec.FailureRule;
import dev.fargate.api.FargateTaskSpec.Operator;
import dev.fargate.api.FargateTaskStatus.Failure;
import dev.fargate.api.FargateTaskStatus.LaunchedContainer;
import dev.fargate.api.TaskAttempt.Outcome;
import dev.fargate.diagnosis.TaskFacts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.Task;

class JudgeTest {
    private static final String EXITED = "EssentialContainerExited";
    private static final String ESSENTIAL_EXITED = "Essential container in task exited";
    private static final Instant STARTED = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "app=0,                 Succeeded",
        "app=0 helper=143,      Succeeded",
        "app=0 helper=137,      Succeeded",
        "app=0 log=1,           Succeeded",
        "app=1,                 Failed",
        "app=0 helper=2,        Failed",
        "app=143 helper=137,    Failed",
        "app=1 log=0,           Failed",
    })
    void a_task_succeeds_when_a_container_that_counts_did_and_none_that_counts_failed(String exits, Outcome outcome) {
        assertThat(judge().of(task(EXITED, ESSENTIAL_EXITED, exits)).attempt().outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "SpotInterruption,   Your Spot Task was interrupted.,             Interrupted",
        "TerminationNotice,  Your Spot Task was interrupted.,             Interrupted",
        "TaskFailedToStart,  Capacity is unavailable at this time. Please try again later, Interrupted",
        "TaskFailedToStart,  CannotPullContainerError: ref x: not found,  Failed",
        "UserInitiated,      Task stopped by user,                        Failed",
        "UserInitiated,      fargate-operator: the run is suspended,      Stopped",
    })
    void what_is_no_fault_of_the_task_does_not_count(String code, String reason, Outcome outcome) {
        assertThat(judge().of(task(code, reason, "app=143")).attempt().outcome())
                .isEqualTo(outcome);
    }

    @Test
    void the_first_rule_that_fits_decides() {
        Judge judge = judge(
                new FailureRule(FailureAction.Ignore, null, Operator.In, List.of(7)),
                new FailureRule(FailureAction.Fail, "app", Operator.In, List.of(2, 3)),
                new FailureRule(FailureAction.Ignore, "app", Operator.NotIn, List.of(1)));

        Judge.Verdict two = judge.of(task(EXITED, ESSENTIAL_EXITED, "app=2"));

        assertThat(two.attempt().outcome()).isEqualTo(Outcome.Failed);
        assertThat(two.failure()).map(Failure::reason).contains("FailurePolicy");
        assertThat(two.failure()).map(Failure::message).get().asString().contains("rules[1]", "exit code 2");
        assertThat(judge.of(task(EXITED, ESSENTIAL_EXITED, "app=7")).attempt().outcome())
                .isEqualTo(Outcome.Ignored);
        assertThat(judge.of(task(EXITED, ESSENTIAL_EXITED, "app=9")).attempt().outcome())
                .isEqualTo(Outcome.Ignored);
        assertThat(judge.of(task(EXITED, ESSENTIAL_EXITED, "app=1")).attempt().outcome())
                .isEqualTo(Outcome.Failed);
    }

    @Test
    void an_attempt_tells_times_the_log_and_where_the_console_shows_it() {
        var attempt = judge().of(task(EXITED, ESSENTIAL_EXITED, "app=1")).attempt();

        assertThat(attempt.seconds()).isEqualTo(90);
        assertThat(attempt.cause()).isEqualTo("ExitCode");
        assertThat(attempt.containers().getFirst().logStream()).isEqualTo("migrate/app/0123abcd");
        assertThat(attempt.console())
                .isEqualTo(
                        "https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/production/tasks/0123abcd?region=eu-west-1");
    }

    private static Judge judge(FailureRule... rules) {
        return new Judge(
                new FailureRules(Arrays.asList(rules)),
                new Crew(
                        List.of(
                                new LaunchedContainer("log", false, null, null),
                                new LaunchedContainer("app", null, "/shop", "migrate")),
                        TaskFacts.NONE));
    }

    /** Containers as {@code name=exitCode}. */
    private static Task task(String code, String reason, String exits) {
        return Task.builder()
                .taskArn("arn:aws:ecs:eu-west-1:123456789012:task/production/0123abcd")
                .lastStatus("STOPPED")
                .stopCode(code)
                .stoppedReason(reason)
                .startedAt(STARTED)
                .stoppedAt(STARTED.plusSeconds(90))
                .containers(Arrays.stream(exits.split(" ", -1))
                        .map(exit -> Container.builder()
                                .name(exit.substring(0, exit.indexOf('=')))
                                .exitCode(Integer.valueOf(exit.substring(exit.indexOf('=') + 1)))
                                .build())
                        .toList())
                .build();
    }
}

package dev.fargate.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A task names the target group, a message about its service says what the check met with: together they are one sentence. */
class BalancerHealthTest {
    private static final String GROUP =
            "(target-group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1)";
    private static final Ending TASK = new Ending(
            "ServiceSchedulerInitiated", "Task failed ELB health checks in " + GROUP, "ecs-svc/1", List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Health checks failed with these codes: [404] | fails: the container answers with code 404.",
                "Request timed out | gets no answer (Request timed out). Security group sg-a must let the load balancer in on the container's port",
                "Health checks failed | fails (Health checks failed). The container must listen on the check's port",
            })
    void the_message_says_why(String reason, String sentence) {
        TaskFacts facts = facts().hearing(List.of(
                "(service web) has begun draining connections on 1 tasks.",
                "(service web) (task 1a2b) (port 8080) is unhealthy in %s due to (reason %s)."
                        .formatted(GROUP, reason)));

        Diagnosis diagnosis = Diagnosis.of(TASK, facts);

        assertThat(diagnosis.cause()).isEqualTo(Cause.LoadBalancerHealth);
        assertThat(diagnosis.meaning()).startsWith("The health check of target group web " + sentence);
    }

    @ParameterizedTest
    @CsvSource({"a message of another kind (reason Nothing)", "''"})
    void without_one_all_that_may_be_wrong_is_named(String message) {
        assertThat(Diagnosis.of(TASK, facts().hearing(List.of(message))).meaning())
                .isEqualTo(
                        "The health check of target group web fails. Its port, path and codes must be the container's, and security group sg-a must admit the load balancer; raise healthCheckGracePeriodSeconds if the start is slow.");
    }

    private static TaskFacts facts() {
        return new TaskFacts(
                TaskFacts.NONE.size(),
                TaskFacts.NONE.roles(),
                new TaskFacts.Network(List.of("subnet-a"), List.of("sg-a"), false),
                List.of(),
                List.of());
    }
}

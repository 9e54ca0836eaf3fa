package dev.fargate.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.preflight.Finding.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

/** Why a load balancer does not take tasks that run. */
class TargetHealthTest {
    private final MemorySurroundings account = new MemorySurroundings();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unhealthy | Target.ResponseCodeMismatch | Health checks failed with these codes: [404] | 1 of 2 targets are unhealthy (Target.ResponseCodeMismatch: Health checks failed with these codes: [404]). The check asks for /up and takes code 200: correct the container, or aws elbv2 modify-target-group --health-check-path or --matcher.",
                "unhealthy | Target.Timeout | Request timed out | 1 of 2 targets are unhealthy (Target.Timeout: Request timed out). Security group sg-1 must let the load balancer in on the container's port, and the container answer /up there in 5 s, not only on localhost.",
                "unhealthy | Target.FailedHealthChecks | Health checks failed | 1 of 2 targets are unhealthy (Target.FailedHealthChecks: Health checks failed). Nothing on the container's port speaks HTTP: the container must listen there, on 0.0.0.0, or correct port and protocol of the check.",
                "unused | Target.NotInUse | | 1 of 2 targets are unused (Target.NotInUse). The load balancer is not enabled in the tasks' zones, or no listener leads to the group: aws elbv2 set-subnets, or name subnets of its zones.",
                "unhealthy | Elb.InternalError | | 1 of 2 targets are unhealthy (Elb.InternalError). Look at it: aws elbv2 describe-target-health --target-group-arn arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1",
            })
    void what_the_check_met_with_and_what_to_do(String state, String reason, String description, String sentence) {
        account.targets.add(health("healthy", null, null));
        account.targets.add(health(state, reason, description));

        assertThat(check(GivenSubject.stuck()).getFirst()).satisfies(finding -> {
            assertThat(finding.result()).isEqualTo(Result.Failed);
            assertThat(finding.cause()).isEqualTo("LoadBalancerHealth");
            assertThat(finding.message()).isEqualTo("Target group web: " + sentence);
        });
    }

    @Test
    void targets_on_their_way_say_nothing() {
        account.targets.add(health("initial", "Elb.InitialHealthChecking", "Health checks in progress"));
        account.targets.add(health("draining", "Target.DeregistrationInProgress", "Deregistration in progress"));

        assertThat(check(GivenSubject.stuck())).allMatch(finding -> finding.result() == Result.Passed);
    }

    @Test
    void nobody_asks_while_the_rollout_gets_on() {
        account.targets.add(health("unhealthy", "Target.Timeout", "Request timed out"));

        assertThat(check(GivenSubject.web())).allMatch(finding -> finding.result() == Result.Passed);
        assertThat(account.calls).doesNotContain("elasticloadbalancing:DescribeTargetHealth");
    }

    private static TargetHealth health(String state, String reason, String description) {
        return TargetHealth.builder()
                .state(state)
                .reason(reason)
                .description(description)
                .build();
    }

    private List<Finding> check(Subject subject) {
        Answers answers = new Answers();
        return new Judgement(answers.round(subject.scope()), () -> account.aws().surroundings(), () -> Instant.EPOCH)
                .of(Map.of("web", subject))
                .get("web")
                .findings();
    }
}

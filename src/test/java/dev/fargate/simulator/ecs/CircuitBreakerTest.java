package dev.fargate.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final String BREAKER =
            ",'deploymentConfiguration':{'deploymentCircuitBreaker':{'enable':true,'rollback':true}}";

    private final VirtualEcs aws = new VirtualEcs();

    @Test
    void theBreakerGoesBackToTheLastCompletedRevisionAsANewDeployment() {
        String good = aws.definition("web", "nginx:1");
        aws.create(good, 1, BREAKER);
        aws.passSeconds(5);
        String completed = aws.primary().path("id").asText();
        aws.update("'taskDefinition':'" + aws.definition("web", "repo/nginx:fail-pull") + "'");
        String failing = aws.primary().path("id").asText();

        aws.passSeconds(12);

        assertThat(aws.web().path("taskDefinition").asText()).isEqualTo(good);
        JsonNode deployments = aws.web().path("deployments");
        assertThat(deployments.path(0).path("id").asText()).isNotIn(completed, failing);
        assertThat(deployments.path(0).path("rolloutStateReason").asText())
                .isEqualTo("ECS deployment circuit breaker: rolling back to deploymentId " + completed + ".");
        assertThat(deployments.path(0).path("rolloutState").asText()).isEqualTo("IN_PROGRESS");
        JsonNode failed = deployments.path(1);
        assertThat(failed.path("id").asText()).isEqualTo(failing);
        assertThat(failed.path("rolloutState").asText()).isEqualTo("FAILED");
        assertThat(failed.path("failedTasks").asInt()).isEqualTo(3);
        assertThat(failed.path("rolloutStateReason").asText())
                .isEqualTo("ECS deployment circuit breaker: tasks failed to start.");
        assertThat(aws.messages())
                .containsSubsequence(
                        "(service web) rolling back to deployment " + completed + ".",
                        "(service web) (deployment " + failing + ") deployment failed: tasks failed to start.",
                        "(service web) was unable to place a task. Reason: CannotPullContainerError: pull image"
                                + " manifest has been retried 7 time(s): failed to resolve ref repo/nginx:fail-pull:"
                                + " not found.");
        assertThat(aws.web().path("runningCount").asInt()).isEqualTo(1);

        aws.passSeconds(5);
        assertThat(aws.web().path("deployments")).hasSize(1);
        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("COMPLETED");
        assertThat(aws.primary().path("taskDefinition").asText()).isEqualTo(good);
        JsonNode history = aws.call("ListServiceDeployments", "{'cluster':'apps','service':'web'}")
                .path("serviceDeployments");
        assertThat(history.findValuesAsText("status")).containsExactly("ROLLBACK_SUCCESSFUL", "SUCCESSFUL");
        JsonNode full = aws.call(
                        "DescribeServiceDeployments",
                        "{'serviceDeploymentArns':[" + history.path(0).path("serviceDeploymentArn") + "]}")
                .path("serviceDeployments")
                .path(0);
        assertThat(full.path("deploymentCircuitBreaker").path("status").asText())
                .isEqualTo("TRIGGERED");
        JsonNode revision = aws.call(
                        "DescribeServiceRevisions",
                        "{'serviceRevisionArns':[" + full.path("rollback").path("serviceRevisionArn") + "]}")
                .path("serviceRevisions")
                .path(0);
        assertThat(revision.path("taskDefinition").asText()).isEqualTo(good);
    }

    @Test
    void aDeploymentIsStoppedByHandWithoutABreakerAndOnlyWhileItGoesOn() {
        String good = aws.definition("web", "nginx:1");
        aws.create(good, 1, "");
        aws.passSeconds(5);
        aws.update("'taskDefinition':'" + aws.definition("web", "repo/nginx:fail-pull") + "'");
        String arn = aws.call("ListServiceDeployments", "{'cluster':'apps','service':'web','status':['IN_PROGRESS']}")
                .path("serviceDeployments")
                .path(0)
                .path("serviceDeploymentArn")
                .asText();
        String stop = "{'serviceDeploymentArn':'" + arn + "','stopType':'ROLLBACK'}";

        aws.call("StopServiceDeployment", stop);
        aws.call("StopServiceDeployment", stop);
        aws.passSeconds(12);

        assertThat(aws.web().path("taskDefinition").asText()).isEqualTo(good);
        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("COMPLETED");
        assertThat(aws.web().path("deployments")).hasSize(1);
        assertThatThrownBy(() -> aws.call("StopServiceDeployment", stop)).hasMessageContaining("not in progress");
    }

    @Test
    void aFirstDeploymentThatFailsHasNothingToGoBackTo() {
        aws.create(aws.definition("web", "nginx:fail-secret"), 1, BREAKER);

        aws.passSeconds(60);

        assertThat(aws.web().path("deployments")).hasSize(1);
        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("FAILED");
        assertThat(aws.tasks("RUNNING")).isEmpty();
    }

    @Test
    void halfTheDesiredCountIsTheBreakersThresholdAboveSix() {
        aws.create(aws.definition("web", "nginx:fail-pull"), 9, BREAKER);

        aws.passSeconds(60);

        assertThat(aws.primary().path("failedTasks").asInt()).isEqualTo(5);
        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("FAILED");
    }

    @Test
    void withoutBreakerARolloutThatFailsIsInProgressForEverAndSlowsDown() {
        aws.create(aws.definition("web", "nginx:exit-1"), 1, "");

        aws.passSeconds(24 * 3600);

        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("IN_PROGRESS");
        assertThat(aws.primary().path("failedTasks").asInt()).isBetween(50, 150);
        assertThat(aws.messages())
                .contains("(service web) is unable to consistently start tasks successfully.")
                .hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void failuresAfterSuccessSlowDownButDoNotEndTheDeployment() {
        aws.create(aws.definition("web", "nginx:1"), 1, BREAKER);
        aws.passSeconds(5);
        aws.control("{'command':'fail-starts','count':1000,'reason':'ResourceInitializationError: x'}");
        aws.control("{'command':'stop-tasks','service':'web'}");

        aws.passSeconds(3600);

        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("COMPLETED");
        assertThat(aws.primary().path("failedTasks").asInt()).isZero();
        assertThat(aws.messages()).contains("(service web) is unable to consistently start tasks successfully.");
    }

    @Test
    void aServiceThatFailsAtAPaceOfNothingDoesNotHoldUpTheSimulator() {
        VirtualEcs fast = new VirtualEcs(Pace.ofRollout(Duration.ZERO));
        fast.create(fast.definition("web", "nginx:exit-1"), 1, "");

        fast.passSeconds(3600);

        assertThat(fast.primary().path("failedTasks").asInt()).isGreaterThan(5);
    }

    @Test
    void aBreakerWithoutRollbackStopsAndKeepsTheOldTasks() {
        aws.create(
                aws.definition("web", "nginx:1"),
                1,
                ",'deploymentConfiguration':{'deploymentCircuitBreaker':{'enable':true,'rollback':false}}");
        aws.passSeconds(5);
        aws.update("'taskDefinition':'" + aws.definition("web", "nginx:oom") + "'");

        aws.passSeconds(120);

        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("FAILED");
        assertThat(aws.web().path("runningCount").asInt()).isEqualTo(1);
        assertThat(aws.web().path("deployments")).hasSize(2);
    }

    @Test
    void failedHealthChecksStopTheTaskAndCountForTheBreaker() {
        aws.create(aws.definition("web", "nginx:1"), 1, BREAKER);
        aws.passSeconds(5);
        String sick = aws.definition("web", "nginx:unhealthy", ",'healthCheck':{'command':['CMD','true']}");
        aws.update("'taskDefinition':'" + sick + "'");

        aws.passSeconds(5);
        assertThat(aws.tasks("STOPPED")).singleElement().satisfies(task -> {
            assertThat(task.path("stoppedReason").asText()).isEqualTo("Task failed container health checks");
            assertThat(task.path("containers").path(0).path("healthStatus").asText())
                    .isEqualTo("UNHEALTHY");
        });
        aws.passSeconds(20);
        assertThat(aws.primary().path("taskDefinition").asText()).isNotEqualTo(sick);
    }
}

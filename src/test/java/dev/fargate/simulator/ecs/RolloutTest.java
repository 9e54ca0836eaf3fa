package dev.fargate.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutTest {

    private final VirtualEcs aws = new VirtualEcs();

    @Test
    void aNewServiceIsCompletedAfterFiveSeconds() {
        JsonNode created = aws.create(aws.definition("web", "nginx:1"), 1, "").path("service");
        assertThat(created.path("deployments").path(0).path("rolloutState").asText())
                .isEqualTo("IN_PROGRESS");
        assertThat(created.path("pendingCount").asInt()).isEqualTo(1);

        aws.pass(Duration.ofMillis(4_999));
        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("IN_PROGRESS");
        assertThat(aws.web().path("runningCount").asInt()).isEqualTo(1);

        aws.pass(Duration.ofMillis(1));
        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("COMPLETED");
        String id = aws.primary().path("id").asText();
        String task = aws.tasks("RUNNING").getFirst().path("taskArn").asText();
        assertThat(aws.messages())
                .containsExactly(
                        "(service web) has reached a steady state.",
                        "(service web) (deployment " + id + ") deployment completed.",
                        "(service web) has started 1 tasks: (task " + task.substring(task.lastIndexOf('/') + 1) + ").");
        assertThat(aws.primary().path("rolloutStateReason").asText()).isEqualTo("ECS deployment " + id + " completed.");
    }

    @Test
    void anotherDefinitionRollsBesideTheOldOneAndReplacesIt() {
        String first = aws.definition("web", "nginx:1");
        aws.create(first, 2, "");
        aws.passSeconds(5);
        String old = aws.primary().path("id").asText();

        String second = aws.definition("web", "nginx:2");
        aws.update("'taskDefinition':'" + second + "'");

        JsonNode deployments = aws.web().path("deployments");
        assertThat(deployments).hasSize(2);
        assertThat(deployments.path(0).path("status").asText()).isEqualTo("PRIMARY");
        assertThat(deployments.path(0).path("taskDefinition").asText()).isEqualTo(second);
        assertThat(deployments.path(1).path("status").asText()).isEqualTo("ACTIVE");
        assertThat(deployments.path(1).path("id").asText()).isEqualTo(old);
        assertThat(deployments.path(1).path("runningCount").asInt()).isEqualTo(2);
        assertThat(aws.web().path("taskDefinition").asText()).isEqualTo(second);

        aws.passSeconds(5);
        assertThat(aws.web().path("deployments")).hasSize(1);
        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("COMPLETED");
        assertThat(aws.web().path("runningCount").asInt()).isEqualTo(2);
        assertThat(aws.tasks("STOPPED")).hasSize(2).allSatisfy(task -> assertThat(
                        task.path("stoppedReason").asText())
                .isEqualTo("Scaling activity initiated by (deployment " + old + ")"));
    }

    @Test
    void minimumAndMaximumPercentBoundWhatRuns() {
        aws.create(
                aws.definition("web", "nginx:1"),
                4,
                ",'deploymentConfiguration':{'minimumHealthyPercent':50,'maximumPercent':100}");
        aws.passSeconds(5);

        aws.update("'forceNewDeployment':true");

        assertThat(aws.tasks("RUNNING")).hasSize(4);
        assertThat(aws.web().path("runningCount").asInt()).isEqualTo(2);
        assertThat(aws.web().path("pendingCount").asInt()).isEqualTo(2);
        aws.passSeconds(10);
        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void aTaskThatStopsIsReplaced() {
        aws.create(aws.definition("web", "nginx:1"), 1, "");
        aws.passSeconds(5);
        JsonNode task = aws.tasks("RUNNING").getFirst();

        aws.call("StopTask", "{'cluster':'apps','task':'" + task.path("taskArn").asText() + "','reason':'by hand'}");

        aws.passSeconds(5);
        assertThat(aws.tasks("RUNNING")).singleElement().satisfies(other -> assertThat(other.path("taskArn"))
                .isNotEqualTo(task.path("taskArn")));
        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("COMPLETED");
        assertThat(aws.messages().getFirst()).isEqualTo("(service web) has reached a steady state.");
    }

    @Test
    void whatOthersDoRollsAndScalesAsWell() {
        aws.create(aws.definition("web", "nginx:1"), 1, "");
        aws.passSeconds(5);

        aws.control("{'command':'call','operation':'UpdateService',"
                + "'body':{'cluster':'apps','service':'web','desiredCount':3}}");

        aws.passSeconds(5);
        assertThat(aws.web().path("desiredCount").asInt()).isEqualTo(3);
        assertThat(aws.web().path("runningCount").asInt()).isEqualTo(3);
        assertThat(aws.web().path("deployments")).hasSize(1);
    }

    @Test
    void tasksBehindALoadBalancerAreRegisteredAndDrained() {
        String balancer = ",'loadBalancers':[{'targetGroupArn':'" + VirtualEcs.GROUP
                + "','containerName':'app','containerPort':8080}]";
        aws.create(aws.definition("web", "nginx:1"), 1, balancer);
        aws.passSeconds(5);
        assertThat(aws.targets).containsExactly("10.0.0.1:8080");
        assertThat(aws.messages())
                .contains("(service web) registered 1 targets in (target-group " + VirtualEcs.GROUP + ")");

        aws.update("'forceNewDeployment':true");
        aws.passSeconds(5);
        assertThat(aws.tasks("STOPPED").getFirst().path("lastStatus").asText()).isEqualTo("DEACTIVATING");
        assertThat(aws.targets).containsExactly("10.0.0.2:8080");
        aws.passSeconds(1);
        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("COMPLETED");
        assertThat(aws.messages())
                .contains("(service web) deregistered 1 targets in (target-group " + VirtualEcs.GROUP + ")");

        aws.update("'taskDefinition':'" + aws.definition("web", "nginx:elb-unhealthy") + "'");
        aws.passSeconds(5);
        assertThat(aws.tasks("STOPPED"))
                .extracting(task -> task.path("stoppedReason").asText())
                .contains("Task failed ELB health checks in (target-group " + VirtualEcs.GROUP + ")");
    }

    @Test
    void capacityThatIsGoneIsSaidAndComesBack() {
        aws.control("{'command':'capacity','available':false}");
        aws.create(aws.definition("web", "nginx:1"), 1, "");
        aws.passSeconds(10);
        assertThat(aws.messages())
                .contains("(service web) was unable to place a task. Reason: Capacity is unavailable at this time."
                        + " Please try again later or in a different availability zone.");

        aws.control("{'command':'capacity','available':true}");
        aws.passSeconds(900);
        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void theNextStartsCanBeMadeToFail() {
        aws.control("{'command':'fail-starts','service':'web','count':2,'reason':'ResourceInitializationError: x'}");
        aws.create(aws.definition("web", "nginx:1"), 1, "");

        aws.passSeconds(15);

        assertThat(aws.tasks("STOPPED")).hasSize(2);
        assertThat(aws.primary().path("rolloutState").asText()).isEqualTo("COMPLETED");
        assertThat(aws.primary().path("failedTasks").asInt()).isZero();
    }

    @Test
    void eventBridgeHearsOfDeploymentsServicesAndTasks() {
        aws.create(aws.definition("web", "nginx:1"), 1, "");
        aws.passSeconds(5);

        assertThat(aws.events)
                .extracting(EcsEvent::detailType)
                .containsSubsequence(
                        "ECS Deployment State Change", "ECS Task State Change", "ECS Deployment State Change");
        List<ObjectNode> steady = aws.events.stream()
                .filter(event -> event.detailType().equals("ECS Service Action"))
                .map(EcsEvent::detail)
                .toList();
        assertThat(steady).singleElement().satisfies(detail -> {
            assertThat(detail.path("eventName").asText()).isEqualTo("SERVICE_STEADY_STATE");
            assertThat(detail.path("clusterArn").asText()).isEqualTo(VirtualEcs.CLUSTER);
        });
        assertThat(aws.events)
                .filteredOn(event -> event.detailType().equals("ECS Task State Change"))
                .extracting(event -> event.detail().path("version").asInt())
                .isSorted();
    }
}

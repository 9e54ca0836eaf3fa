package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.FargateEnvironmentStatus.EventFeed;
import dev.fargate.simulator.bus.Delivery;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.When;
import dev.fargate.testing.Feeds;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.World;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What becomes of a feed that is disturbed, lost, or not wanted any more. Sweeps every 2 s, every 6 s beside a feed that works. */
class EventFeedTroubleIT {
    /** CreateQueue refuses a name for so long after its queue was deleted. */
    private static final Duration NAME_IS_FREE = Duration.ofSeconds(61);

    private static World world;
    private static Feeds feeds;

    @BeforeAll
    static void start() {
        world = World.start();
        feeds = new Feeds(world);
        world.operator("--sweep=2s", "--feed-sweep=6s", "--rollout-polls=10m");
    }

    @AfterEach
    void heal() {
        world.aws().clearFaults();
        world.aws().deliver(Delivery.FAITHFUL);
    }

    @AfterAll
    static void stop() {
        feeds.close();
        world.close();
    }

    @Test
    @Tag("promise-5")
    void whatAFeedLosesTheSweepFinds() {
        String ns = world.namespace("losing");
        feeds.on("losing");
        feeds.awaitSweep("losing", 6);
        world.apply(Manifests.service(ns, "web", "losing", "nginx:1"));
        world.awaitReady(ns, "web");
        world.aws().deliver(new Delivery(1, false, true));

        world.ecs().command("""
                {"command": "capacity", "available": false}""");
        world.ecs().command("""
                {"command": "stop-tasks", "cluster": "losing", "service": "losing_web"}""");

        world.awaitReason(ns, "web", "Degraded");
        assertThat(feeds.status("losing").sweepSeconds()).isEqualTo(6);
        world.ecs().command("""
                {"command": "capacity", "available": true}""");
        world.awaitReady(ns, "web");
    }

    @Test
    void aQueueThatCannotBeReadBringsTheSweepBackAndTheEnvironmentStaysReady() {
        feeds.on("deaf");
        feeds.awaitSweep("deaf", 6);

        world.aws().add(Fault.every("sqs", "ReceiveMessage", new Effect.Drop(When.BEFORE)));

        assertThat(feeds.await("deaf", "AwsUnavailable").eventFeed()).isNotNull();
        feeds.awaitSweep("deaf", 2);
        world.aws().clearFaults();
        feeds.await("deaf", "Receiving");
        feeds.awaitSweep("deaf", 6);
    }

    @Test
    void aFeedThatIAMForbidsIsToldAndTheEnvironmentStaysReady() {
        world.aws().add(Fault.every("sqs", "CreateQueue", new Effect.Deny()));
        world.apply(Feeds.manifest("forbidden", true));

        feeds.await("forbidden", "AccessDenied");
        world.aws().clearFaults();
        world.environments().lookAgainAt("forbidden");

        feeds.await("forbidden", "Receiving");
    }

    @Test
    void whatSomebodyChangesOfItIsPutBack() {
        EventFeed feed = feeds.on("changed").eventFeed();
        DescribeRuleResponse rule = feeds.events().describeRule(request -> request.name(feed.name()));
        Map<QueueAttributeName, String> attributes = feeds.attributes(feed.queueUrl());

        feeds.events().putRule(request -> request.name(feed.name())
                .eventPattern("{\"source\": [\"aws.s3\"]}")
                .state(RuleState.DISABLED));
        feeds.events().removeTargets(request -> request.rule(feed.name()).ids("queue"));
        feeds.sqs().setQueueAttributes(request -> request.queueUrl(feed.queueUrl())
                .attributes(Map.of(QueueAttributeName.POLICY, "", QueueAttributeName.VISIBILITY_TIMEOUT, "1")));
        world.environments().lookAgainAt("changed");

        world.until("the rule to be put back", () -> {
            DescribeRuleResponse now = feeds.events().describeRule(request -> request.name(feed.name()));
            return now.eventPattern().equals(rule.eventPattern()) && now.state() == RuleState.ENABLED;
        });
        world.until("the target to be put back", () -> !feeds.events()
                .listTargetsByRule(request -> request.rule(feed.name()))
                .targets()
                .isEmpty());
        world.until(
                "the queue to be put back",
                () -> feeds.attributes(feed.queueUrl())
                                .get(QueueAttributeName.POLICY)
                                .equals(attributes.get(QueueAttributeName.POLICY))
                        && feeds.attributes(feed.queueUrl())
                                .get(QueueAttributeName.VISIBILITY_TIMEOUT)
                                .equals("30"));
        feeds.await("changed", "Receiving");
    }

    @Test
    void aQueueThatSomebodyDeletesIsMadeAgain() {
        EventFeed feed = feeds.on("gone").eventFeed();

        feeds.sqs().deleteQueue(request -> request.queueUrl(feed.queueUrl()));

        feeds.await("gone", "AwsUnavailable");
        world.aws().advance(NAME_IS_FREE);
        feeds.await("gone", "Receiving");
        assertThat(feeds.attributes(feed.queueUrl())).containsKey(QueueAttributeName.POLICY);
    }

    @Test
    @Tag("promise-4")
    void aQueueOfSomebodyElseIsLeftAloneAndTheEnvironmentStaysReady() {
        EventFeed feed = feeds.on("taken").eventFeed();
        feeds.off("taken");
        world.aws().advance(NAME_IS_FREE);
        feeds.sqs().createQueue(request -> request.queueName(feed.name()));
        Map<QueueAttributeName, String> before = feeds.attributes(feed.queueUrl());

        world.apply(Feeds.manifest("taken", true));
        feeds.await("taken", "NotOurs");
        feeds.off("taken");

        assertThat(feeds.attributes(feed.queueUrl())).isEqualTo(before);
        feeds.sqs().deleteQueue(request -> request.queueUrl(feed.queueUrl()));
    }

    @Test
    void aFeedThatIsSwitchedOffLeavesNothing() {
        world.apply(Feeds.manifest("off", false));
        world.environments().awaitReady("off");
        JsonNode before = world.aws().remaining().path("moto");

        feeds.on("off");
        assertThat(world.aws().remaining().path("moto")).isNotEqualTo(before);
        feeds.off("off");

        assertThat(world.aws().remaining().path("moto")).isEqualTo(before);
        feeds.awaitSweep("off", 2);
    }

    @Test
    void anEnvironmentThatIsDeletedLeavesNothingOfItsFeed() {
        JsonNode before = world.aws().remaining();
        feeds.on("deleted");
        assertThat(world.aws().remaining()).isNotEqualTo(before);

        world.environments().delete("deleted");
        world.environments().awaitGone("deleted");

        assertThat(world.aws().remaining()).isEqualTo(before);
    }

    @Test
    void aQueueThatIsDeletedWithItsEnvironmentIsNotMissed() {
        EventFeed feed = feeds.on("twice").eventFeed();
        feeds.sqs().deleteQueue(request -> request.queueUrl(feed.queueUrl()));

        world.environments().delete("twice");

        world.environments().awaitGone("twice");
        assertThat(exists(feed)).isFalse();
    }

    private static boolean exists(EventFeed feed) {
        try {
            return !feeds.sqs()
                    .getQueueUrl(request -> request.queueName(feed.name()))
                    .queueUrl()
                    .isEmpty();
        } catch (SqsException e) {
            return false;
        }
    }
}

package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.Api;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.FargateEnvironmentStatus.EventFeed;
import dev.fargate.simulator.bus.Delivery;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.When;
import dev.fargate.testing.Feeds;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
        feed("losing");
        awaitSweep("losing", 6);
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
        feed("deaf");
        awaitSweep("deaf", 6);

        world.aws().add(Fault.every("sqs", "ReceiveMessage", new Effect.Drop(When.BEFORE)));

        assertThat(feeds.await("deaf", "AwsUnavailable").eventFeed()).isNotNull();
        awaitSweep("deaf", 2);
        world.aws().clearFaults();
        feeds.await("deaf", "Receiving");
        awaitSweep("deaf", 6);
    }

    @Test
    void aFeedThatIAMForbidsIsToldAndTheEnvironmentStaysReady() {
        world.aws().add(Fault.every("sqs", "CreateQueue", new Effect.Deny()));
        world.apply(Feeds.manifest("forbidden", true));

        feeds.await("forbidden", "AccessDenied");
        world.aws().clearFaults();
        lookAgain("forbidden");

        feeds.await("forbidden", "Receiving");
    }

    @Test
    void whatSomebodyChangesOfItIsPutBack() {
        EventFeed feed = feed("changed").eventFeed();
        DescribeRuleResponse rule = feeds.events().describeRule(request -> request.name(feed.name()));
        Map<QueueAttributeName, String> attributes = attributes(feed);

        feeds.events().putRule(request -> request.name(feed.name())
                .eventPattern("{\"source\": [\"aws.s3\"]}")
                .state(RuleState.DISABLED));
        feeds.events().removeTargets(request -> request.rule(feed.name()).ids("queue"));
        feeds.sqs().setQueueAttributes(request -> request.queueUrl(feed.queueUrl())
                .attributes(Map.of(QueueAttributeName.POLICY, "", QueueAttributeName.VISIBILITY_TIMEOUT, "1")));
        lookAgain("changed");

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
                () -> attributes(feed).get(QueueAttributeName.POLICY).equals(attributes.get(QueueAttributeName.POLICY))
                        && attributes(feed)
                                .get(QueueAttributeName.VISIBILITY_TIMEOUT)
                                .equals("30"));
        feeds.await("changed", "Receiving");
    }

    @Test
    void aQueueThatSomebodyDeletesIsMadeAgain() {
        EventFeed feed = feed("gone").eventFeed();

        feeds.sqs().deleteQueue(request -> request.queueUrl(feed.queueUrl()));

        feeds.await("gone", "AwsUnavailable");
        world.aws().advance(NAME_IS_FREE);
        feeds.await("gone", "Receiving");
        assertThat(attributes(feed)).containsKey(QueueAttributeName.POLICY);
    }

    @Test
    @Tag("promise-4")
    void aQueueOfSomebodyElseIsLeftAloneAndTheEnvironmentStaysReady() {
        EventFeed feed = feed("taken").eventFeed();
        switchOff("taken");
        world.aws().advance(NAME_IS_FREE);
        feeds.sqs().createQueue(request -> request.queueName(feed.name()));
        Map<QueueAttributeName, String> before = attributes(feed);

        world.apply(Feeds.manifest("taken", true));
        feeds.await("taken", "NotOurs");
        switchOff("taken");

        assertThat(attributes(feed)).isEqualTo(before);
        feeds.sqs().deleteQueue(request -> request.queueUrl(feed.queueUrl()));
    }

    @Test
    void aFeedThatIsSwitchedOffLeavesNothing() {
        world.apply(Feeds.manifest("off", false));
        world.awaitEnvironment("off");
        JsonNode before = world.aws().remaining().path("moto");

        feed("off");
        assertThat(world.aws().remaining().path("moto")).isNotEqualTo(before);
        switchOff("off");

        assertThat(world.aws().remaining().path("moto")).isEqualTo(before);
        awaitSweep("off", 2);
    }

    @Test
    void anEnvironmentThatIsDeletedLeavesNothingOfItsFeed() {
        JsonNode before = world.aws().remaining();
        feed("deleted");
        assertThat(world.aws().remaining()).isNotEqualTo(before);

        world.kubernetes()
                .resources(FargateEnvironment.class)
                .withName("deleted")
                .delete();
        world.until(
                "the environment to be gone", () -> world.environment("deleted").isEmpty());

        assertThat(world.aws().remaining()).isEqualTo(before);
    }

    @Test
    void aQueueThatIsDeletedWithItsEnvironmentIsNotMissed() {
        EventFeed feed = feed("twice").eventFeed();
        feeds.sqs().deleteQueue(request -> request.queueUrl(feed.queueUrl()));

        world.kubernetes().resources(FargateEnvironment.class).withName("twice").delete();

        world.until(
                "the environment to be gone", () -> world.environment("twice").isEmpty());
        assertThat(exists(feed)).isFalse();
    }

    /** An environment whose feed works. */
    private static FargateEnvironmentStatus feed(String environment) {
        world.apply(Feeds.manifest(environment, true));
        return feeds.await(environment, "Receiving");
    }

    private static void switchOff(String environment) {
        world.apply(Feeds.manifest(environment, false));
        world.until("the feed to be gone", () -> feeds.status(environment).eventFeed() == null);
    }

    private static void lookAgain(String environment) {
        world.kubernetes()
                .resources(FargateEnvironment.class)
                .withName(environment)
                .edit(resource -> {
                    resource.getMetadata()
                            .getAnnotations()
                            .put(Api.RECONCILE_AT, Instant.now().toString());
                    return resource;
                });
    }

    private static void awaitSweep(String environment, int seconds) {
        world.until(
                "services of %s to be compared every %d s".formatted(environment, seconds),
                () -> Optional.ofNullable(feeds.status(environment).sweepSeconds())
                        .filter(found -> found == seconds)
                        .isPresent());
    }

    private static Map<QueueAttributeName, String> attributes(EventFeed feed) {
        return feeds.sqs()
                .getQueueAttributes(request -> request.queueUrl(feed.queueUrl()).attributeNames(QueueAttributeName.ALL))
                .attributes();
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

package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.testing.Feeds;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One queue has one reader: two would each get half of its messages. */
class EventFeedReplicasIT {
    private static final String WORKING = "fargate_feeds{working=\"true\"} ";

    private static World world;
    private static Feeds feeds;

    @BeforeAll
    static void start() {
        world = World.start();
        feeds = new Feeds(world);
    }

    @AfterAll
    static void stop() {
        feeds.close();
        world.close();
    }

    @Test
    void onlyTheLeaderReadsAndTheNextOneGoesOnWhereItEnded() {
        OperatorUnderTest leader = replica("one");
        world.apply(Feeds.manifest("replicas", true));
        String queue = feeds.await("replicas", "Receiving").eventFeed().queueUrl();
        OperatorUnderTest follower = replica("two");
        world.until("the leader to read", () -> leader.metrics().contains(WORKING + "1.0"));
        assertThat(follower.metrics()).contains(WORKING + "0.0");

        leader.close();
        String ns = world.namespace("replicas");
        world.apply(Manifests.service(ns, "web", "replicas", "nginx:1"));

        world.awaitReady(ns, "web");
        world.until("the next leader to read", () -> follower.metrics().contains(WORKING + "1.0"));
        feeds.awaitEmpty(queue);
    }

    private static OperatorUnderTest replica(String identity) {
        return world.operator(
                "--sweep=10m",
                "--rollout-polls=10m",
                "--leader-election=true",
                "--lease-namespace=default",
                "--lease-duration=3s",
                "--identity=" + identity);
    }
}

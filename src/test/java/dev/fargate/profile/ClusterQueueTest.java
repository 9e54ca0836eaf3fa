package dev.fargate.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterQueueTest {
    private static final ClusterQueue.Cluster PROD = new ClusterQueue.Cluster("123456789012", "eu-west-1", "prod");
    private static final ClusterQueue.Cluster TEST = new ClusterQueue.Cluster("123456789012", "eu-west-1", "test");

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final List<String> woken = new ArrayList<>();
    private final ClusterQueue queue = new ClusterQueue(() -> now, woken::add);

    @Test
    void first_come_first_served() {
        assertThat(enter("a").mayBegin()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(enter("b").position()).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        ClusterQueue.Standing third = enter("c");

        assertThat(third.position()).isEqualTo(2);
        assertThat(third.first()).isEqualTo("a");
        assertThat(enter("a").mayBegin()).isTrue();
    }

    @Test
    void the_next_one_is_woken_when_the_first_leaves() {
        enter("a");
        enter("b");
        queue.leave("a");

        assertThat(woken).containsExactly("b");
        assertThat(enter("b").mayBegin()).isTrue();
    }

    @Test
    void another_cluster_is_another_queue() {
        enter("a");

        assertThat(queue.enter(TEST, "b", Optional.empty(), 1).mayBegin()).isTrue();
    }

    @Test
    void an_operation_under_way_comes_before_all_that_wait() {
        enter("a");
        queue.occupy(PROD, "z", 1);

        assertThat(enter("a").position()).isEqualTo(1);
        assertThat(enter("a").first()).isEqualTo("z");
    }

    @Test
    void who_waited_before_a_restart_keeps_its_place_among_those_that_wait() {
        enter("a");
        enter("b");
        queue.enter(PROD, "c", Optional.of(now.minusSeconds(60)), 1);

        assertThat(enter("c").position()).isEqualTo(1);
        assertThat(enter("b").position()).isEqualTo(2);
    }

    @Test
    void a_holder_that_does_not_come_back_keeps_nobody_waiting_for_ever() {
        enter("a");
        pass(Duration.ofMinutes(4));
        enter("b");
        pass(Duration.ofMinutes(3));

        assertThat(enter("b").mayBegin()).isTrue();
    }

    @Test
    void who_waits_need_not_look_at_AWS_unless_there_is_another_occasion() {
        enter("a");
        enter("b");

        assertThat(queue.waiting("b", 1))
                .hasValueSatisfying(standing -> assertThat(standing.position()).isEqualTo(1));
        assertThat(queue.waiting("b", 2)).isEmpty();
        assertThat(queue.waiting("a", 1)).isEmpty();
    }

    private ClusterQueue.Standing enter(String holder) {
        return queue.enter(PROD, holder, Optional.empty(), 1);
    }

    private void pass(Duration step) {
        now = now.plus(step);
    }
}

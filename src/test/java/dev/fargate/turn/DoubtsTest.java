package dev.fargate.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Doubts doubts = new Doubts(() -> now);

    @Test
    void what_is_there_is_not_doubted() {
        assertThat(doubts.open("network", Set.of())).isFalse();
    }

    @Test
    void what_is_missing_is_believed_after_fifteen_seconds() {
        assertThat(doubts.open("network", Set.of("subnet-a"))).isTrue();
        pass(Duration.ofSeconds(14));
        assertThat(doubts.open("network", Set.of("subnet-a"))).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(doubts.open("network", Set.of("subnet-a"))).isFalse();
    }

    @Test
    void a_look_that_misses_something_else_begins_anew() {
        doubts.open("network", Set.of("subnet-a", "subnet-b"));
        pass(Doubts.CONFIRMATION);

        assertThat(doubts.open("network", Set.of("subnet-a"))).isTrue();
    }

    @Test
    void what_was_found_in_between_was_not_missing() {
        doubts.open("network", Set.of("subnet-a"));
        doubts.open("network", Set.of());
        pass(Doubts.CONFIRMATION);

        assertThat(doubts.open("network", Set.of("subnet-a"))).isTrue();
    }

    @Test
    void each_subject_is_doubted_for_itself() {
        doubts.open("network", Set.of("subnet-a"));
        pass(Doubts.CONFIRMATION);

        assertThat(doubts.open("cluster", Set.of("shop"))).isTrue();
        assertThat(doubts.open("network", Set.of("subnet-a"))).isFalse();
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }
}

package dev.fargate.simulator.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private final Random random = new Random(1);

    @Test
    void aFaithfulOneKeepsOrderAndNumber() {
        List<String> line = new ArrayList<>(List.of("a", "b", "c"));

        assertThat(Delivery.FAITHFUL.sent("a")).containsExactly("a");
        assertThat(Delivery.FAITHFUL.due(line, random)).containsExactly("a", "b", "c");
        assertThat(line).isEmpty();
    }

    @Test
    void aRepeatedOneComesAsOftenAsAsked() {
        assertThat(new Delivery(3, false, false).sent("a")).containsExactly("a", "a", "a");
    }

    @Test
    void ofALostOneNothingComes() {
        assertThat(new Delivery(3, true, true).sent("a")).isEmpty();
    }

    @Test
    void aShuffledOneComesInPartsUntilAllIsThere() {
        Delivery shuffled = new Delivery(1, true, false);
        List<String> sent = IntStream.range(0, 20).mapToObj(Integer::toString).toList();
        List<String> line = new ArrayList<>(sent);
        List<String> come = new ArrayList<>(shuffled.due(line, random));
        assertThat(come).hasSize(10);

        while (!line.isEmpty()) {
            come.addAll(shuffled.due(line, random));
        }

        assertThat(come).containsExactlyInAnyOrderElementsOf(sent).isNotEqualTo(sent);
    }
}

package dev.fargate.simulator.moto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookupTest {
    private static final Place HERE = new Place("111111111111", "eu-west-1");

    private final Map<String, String> there = new HashMap<>(Map.of("a", "A", "b", "B"));
    private final List<Optional<String>> questions = new ArrayList<>();
    private final Lookup<String> lookup = new Lookup<>((place, id) -> {
        questions.add(id);
        Map<String, String> found = new HashMap<>(there);
        id.ifPresent(asked -> found.keySet().retainAll(List.of(asked)));
        return found;
    });

    @Test
    void theFirstQuestionListsAllAndTheNextCostNothing() {
        assertThat(lookup.find(HERE, "a")).contains("A");
        assertThat(lookup.find(HERE, "b")).contains("B");
        assertThat(lookup.find(HERE, "a")).contains("A");

        assertThat(questions).containsExactly(Optional.empty());
    }

    @Test
    void whatIsMadeLaterIsAskedForAlone() {
        lookup.find(HERE, "a");
        assertThat(lookup.find(HERE, "c")).isEmpty();

        there.put("c", "C");

        assertThat(lookup.find(HERE, "c")).contains("C");
        assertThat(questions).containsExactly(Optional.empty(), Optional.of("c"), Optional.of("c"));
    }

    @Test
    void aChangeThatPassesByIsSeenAtOnce() {
        lookup.find(HERE, "a");
        there.remove("a");
        assertThat(lookup.find(HERE, "a")).contains("A");

        lookup.invalidate();

        assertThat(lookup.find(HERE, "a")).isEmpty();
    }

    @Test
    void placesAreKeptApart() {
        lookup.find(HERE, "a");

        lookup.find(new Place("222222222222", "eu-west-1"), "a");

        assertThat(questions).containsExactly(Optional.empty(), Optional.empty());
    }
}

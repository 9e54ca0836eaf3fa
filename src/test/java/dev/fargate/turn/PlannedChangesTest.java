package dev.fargate.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.Drift;
import dev.fargate.api.PlannedChange;
import dev.fargate.api.PlannedChange.Action;
import dev.fargate.engine.Change;
import dev.fargate.engine.Change.Verb;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Step;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannedChangesTest {

    private record Planned(Change change) implements Step {}

    @Test
    void a_plan_is_shown_step_by_step_with_the_fields_that_differ() {
        Plan<Planned> plan = plan(
                Change.of(Verb.CREATE, "task definition shop_web"),
                new Change(
                        Verb.UPDATE,
                        "service shop_web",
                        List.of(new Difference("task.containers[web].image", "web:2", "web:1"))));

        assertThat(PlannedChanges.of(plan))
                .containsExactly(
                        new PlannedChange(Action.CREATE, "task definition shop_web", List.of()),
                        new PlannedChange(
                                Action.UPDATE,
                                "service shop_web",
                                List.of(new Drift("task.containers[web].image", "web:2", "web:1"))));
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void every_verb_has_its_action(Verb verb) {
        assertThat(PlannedChanges.of(plan(Change.of(verb, "service shop_web"))))
                .extracting(change -> change.action().name())
                .containsExactly(verb.name());
    }

    @Test
    void a_long_plan_keeps_its_first_changes() {
        Plan<Planned> plan = plan(IntStream.range(0, 25)
                .mapToObj(number -> Change.of(Verb.DELETE, "task definition shop_web:" + number))
                .toArray(Change[]::new));

        assertThat(PlannedChanges.of(plan))
                .hasSize(PlannedChanges.CHANGES)
                .first()
                .extracting(PlannedChange::object)
                .isEqualTo("task definition shop_web:0");
    }

    @Test
    void fields_without_room_are_counted() {
        Plan<Planned> plan = plan(
                new Change(Verb.UPDATE, "service shop_web", differences(15)),
                new Change(Verb.UPDATE, "tags of service shop_web", differences(8)),
                new Change(Verb.UPDATE, "cluster shop", differences(1)));

        List<PlannedChange> shown = PlannedChanges.of(plan);

        assertThat(shown.get(0).fields()).hasSize(15);
        assertThat(shown.get(1).fields()).hasSize(6).last().isEqualTo(new Drift("and 3 more", null, null));
        assertThat(shown.get(2).fields()).containsExactly(new Drift("and 1 more", null, null));
    }

    @Test
    void drift_without_room_is_counted() {
        assertThat(PlannedChanges.drift(differences(12))).hasSize(12).noneMatch(drift -> drift.desired() == null);
        assertThat(PlannedChanges.drift(differences(13)))
                .hasSize(12)
                .last()
                .isEqualTo(new Drift("and 2 more", null, null));
        assertThat(PlannedChanges.drift(differences(13), 6))
                .hasSize(6)
                .last()
                .isEqualTo(new Drift("and 8 more", null, null));
    }

    @Test
    void long_values_are_shortened_and_absent_ones_stay_absent() {
        List<Drift> drift = PlannedChanges.drift(List.of(new Difference("tags.note", "x".repeat(1000), null)));

        assertThat(drift).singleElement().satisfies(field -> {
            assertThat(field.desired()).hasSize(PlannedChanges.VALUE_LIMIT).endsWith("x…");
            assertThat(field.live()).isNull();
        });
    }

    private static List<Difference> differences(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> new Difference("field" + index, "new", "old"))
                .toList();
    }

    private static Plan<Planned> plan(Change... changes) {
        return new Plan<>(Stream.of(changes).map(Planned::new).toList());
    }
}

package dev.fargate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final Instant EARLIER = Instant.parse("2026-03-01T11:00:00.700Z");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void reconciling_and_stalled_stand_only_while_they_are_true() {
        assertThat(types(conditions(List.of()).ready("Ready", "all is well"))).containsExactly("Ready=True");
        assertThat(types(conditions(List.of()).reconciling("Creating", "wait")))
                .containsExactly("Ready=False", "Reconciling=True");
        assertThat(types(conditions(List.of()).stalled("Invalid", "mend it")))
                .containsExactly("Ready=False", "Stalled=True");
    }

    @Test
    void an_observed_resource_is_ready_and_a_paused_one_is_nobody_knows() {
        assertThat(types(conditions(List.of()).observing(new Plan<>(List.of()))))
                .containsExactly("Ready=True");
        assertThat(types(conditions(List.of()).paused())).containsExactly("Ready=Unknown");
        assertThat(types(conditions(List.of()).pausedDeletion())).containsExactly("Ready=Unknown");
    }

    @Test
    void observing_tells_whether_anything_would_be_changed() {
        Step step = () -> Change.of(Change.Verb.UPDATE, "cluster shop");

        assertThat(message(conditions(List.of()).observing(new Plan<>(List.of()))))
                .startsWith("AWS is as the spec asks.");
        assertThat(message(conditions(List.of()).observing(new Plan<>(List.of(step, step)))))
                .contains("status.plan", "(2)");
    }

    @Test
    void a_problem_is_stalled_or_waited_for() {
        assertThat(types(conditions(List.of()).of(Problem.stalled("Invalid", "mend it"))))
                .contains("Stalled=True");
        assertThat(types(conditions(List.of()).of(Problem.waiting("Draining", "wait"))))
                .contains("Reconciling=True");
    }

    @Test
    void a_condition_that_stays_keeps_its_time_and_one_that_turns_gets_a_new_one() {
        List<Condition> before =
                new Conditions(List.of(), 1, EARLIER).stalled("Invalid", "a").toList();

        List<Condition> stays = conditions(before).stalled("Denied", "b").toList();
        List<Condition> turns = conditions(before).ready("Ready", "c").toList();

        assertThat(stays).extracting(Condition::getLastTransitionTime).containsOnly("2026-03-01T11:00:00Z");
        assertThat(turns).extracting(Condition::getLastTransitionTime).containsOnly("2026-03-01T12:00:00Z");
    }

    @Test
    void every_condition_tells_its_generation_and_no_message_is_endless() {
        List<Condition> told =
                conditions(List.of()).stalled("Invalid", "x".repeat(5000)).toList();

        assertThat(told).allSatisfy(condition -> {
            assertThat(condition.getObservedGeneration()).isEqualTo(2L);
            assertThat(condition.getMessage()).hasSize(640).endsWith("…");
        });
    }

    @Test
    void a_plan_prints_as_a_reader_would_write_it() {
        Step update = () ->
                new Change(Change.Verb.UPDATE, "service shop_web", List.of(new Difference("desiredCount", "3", "2")));
        Step delete = () -> Change.of(Change.Verb.DELETE, "revision shop_web:1");

        assertThat(new Plan<>(List.of(update, delete)))
                .hasToString("~ service shop_web\n    desiredCount: 2 -> 3\n- revision shop_web:1");
        assertThat(new Plan<>(List.of())).hasToString("no changes");
    }

    private static Conditions conditions(List<Condition> before) {
        return new Conditions(before, 2, NOW);
    }

    private static List<String> types(Conditions conditions) {
        return conditions.toList().stream()
                .map(condition -> condition.getType() + "=" + condition.getStatus())
                .toList();
    }

    private static String message(Conditions conditions) {
        return conditions.toList().getFirst().getMessage();
    }
}

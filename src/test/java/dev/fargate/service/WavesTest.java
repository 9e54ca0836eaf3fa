package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.engine.Problem;
import dev.fargate.environment.ResolvedEnvironment.Edition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who is let through with a change of an environment, and who waits. */
class WavesTest {
    private static final Edition TWO_AT_A_TIME = new Edition("new", 2, 2);

    private final Map<String, FargateService> fleet = new TreeMap<>();
    private final Waves waves = new Waves(environment -> List.copyOf(fleet.values()));

    @Test
    void only_so_many_are_let_through_and_each_of_them_may_ask_again() {
        assertThat(admitted("a", "b", "c")).containsExactly("a", "b");
        assertThat(hold("a")).isEmpty();
        assertThat(hold("c").map(Problem::reason)).contains("WaitingForWave");
    }

    @Test
    void one_that_rolls_holds_its_place_until_its_end_and_then_others_are_woken() {
        admitted("a", "b", "c", "d");

        assertThat(told("a", RolloutState.IN_PROGRESS, "new", false)).isEmpty();
        assertThat(admitted("c")).isEmpty();

        assertThat(told("a", RolloutState.COMPLETED, "new", false)).containsExactly("shop/c", "shop/d");
        assertThat(admitted("c", "d")).containsExactly("c");
    }

    @Test
    void those_that_roll_are_counted_after_a_restart_of_the_operator() {
        told("a", RolloutState.IN_PROGRESS, "new", false);
        told("b", RolloutState.IN_PROGRESS, "new", false);

        assertThat(new Waves(environment -> List.copyOf(fleet.values()))
                        .hold("production", TWO_AT_A_TIME, "shop/c")
                        .map(Problem::reason))
                .contains("WaitingForWave");
    }

    @Test
    void after_too_many_failures_nobody_is_let_through_until_one_is_healed() {
        admitted("a", "b", "c");
        told("a", RolloutState.FAILED, "new", true);
        told("b", RolloutState.FAILED, "new", true);

        assertThat(hold("c")).hasValueSatisfying(problem -> {
            assertThat(problem.stalled()).isTrue();
            assertThat(problem.reason()).isEqualTo("WaveStopped");
            assertThat(problem.message()).contains("shop/a, shop/b");
        });

        assertThat(told("a", RolloutState.COMPLETED, "new", false)).containsExactly("shop/c");
        assertThat(hold("c")).isEmpty();
    }

    @Test
    void one_that_AWS_refused_to_roll_counts_as_failed() {
        admitted("a", "b");
        told("a", RolloutState.COMPLETED, "old", true);
        told("b", RolloutState.COMPLETED, "old", true);

        assertThat(hold("c").map(Problem::reason)).contains("WaveStopped");
    }

    @Test
    void another_change_of_the_environment_begins_anew() {
        admitted("a", "b");
        told("a", RolloutState.FAILED, "new", true);
        told("b", RolloutState.FAILED, "new", true);

        assertThat(waves.hold("production", new Edition("newer", 2, 2), "shop/c"))
                .isEmpty();
    }

    @Test
    void a_rollout_that_somebody_asked_for_takes_no_place() {
        fleet.put("edited", service("edited", RolloutState.IN_PROGRESS, "new", false, false));

        assertThat(admitted("a", "b")).containsExactly("a", "b");
    }

    @Test
    void one_that_is_deleted_before_it_rolled_gives_its_place_away() {
        admitted("a", "b");

        fleet.remove("a");

        assertThat(admitted("c", "d")).containsExactly("c");
    }

    @Test
    void nobody_is_woken_in_the_name_of_one_that_was_deleted() {
        admitted("a", "b", "c", "d", "e");

        fleet.remove("c");

        assertThat(told("a", RolloutState.COMPLETED, "new", false)).containsExactly("shop/d", "shop/e");
    }

    private List<String> admitted(String... names) {
        List<String> admitted = new ArrayList<>();
        for (String name : names) {
            if (hold(name).isEmpty()) {
                admitted.add(name);
            }
        }
        return admitted;
    }

    private Optional<Problem> hold(String name) {
        fleet.putIfAbsent(name, service(name, RolloutState.COMPLETED, "old", false, false));
        return waves.hold("production", TWO_AT_A_TIME, "shop/" + name);
    }

    /** The status of a service is written. */
    private List<String> told(String name, RolloutState state, String environment, boolean stalled) {
        FargateService service = service(name, state, environment, true, stalled);
        FargateServiceStatus status = service.getStatus();
        fleet.put(name, service);
        return waves.after(service, status);
    }

    private static FargateService service(
            String name, RolloutState state, String environment, boolean wave, boolean stalled) {
        return Serialization.unmarshal(
                """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateService
                metadata: {namespace: shop, name: %s}
                spec: {environment: production}
                status:
                  conditions: [{type: %s, status: "True"}]
                  rollout: {id: ecs-svc/1, state: %s, environment: %s, wave: %s}
                """.formatted(name, stalled ? "Stalled" : "Ready", state, environment, wave), FargateService.class);
    }
}

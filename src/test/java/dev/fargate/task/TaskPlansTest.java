package dev.fargate.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.plans.GoldenCase;
import dev.fargate.plans.Texts;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a FargateTask and what ECS holds lead to: what a reader sees after one turn, and what is on record before a call. */
class TaskPlansTest {

    @TestFactory
    Stream<DynamicTest> a_run_and_what_ECS_holds_lead_to_this_turn() {
        return Stream.concat(
                GoldenCase.of("task").map(golden -> DynamicTest.dynamicTest(golden.toString(), () -> check(golden))),
                Stream.of(DynamicTest.dynamicTest(
                        "every shared input is used",
                        () -> assertThat(GoldenCase.unread("task")).isEmpty())));
    }

    private static void check(GoldenCase golden) {
        golden.write("out-turn.yaml", Texts.yaml(new TaskCase(golden).turn()));
        golden.check();
    }
}

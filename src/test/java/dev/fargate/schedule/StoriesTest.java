package dev.fargate.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.plans.GoldenCase;
import dev.fargate.plans.Texts;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What becomes of a schedule through days of virtual time: its turns, as far as they do or tell something, and its last status. */
class StoriesTest {

    @TestFactory
    Stream<DynamicTest> a_schedule_and_what_happens_lead_to_these_turns() {
        return Stream.concat(
                GoldenCase.of("schedule")
                        .map(golden -> DynamicTest.dynamicTest(golden.toString(), () -> check(golden))),
                Stream.of(DynamicTest.dynamicTest(
                        "every shared input is used",
                        () -> assertThat(GoldenCase.unread("schedule")).isEmpty())));
    }

    private static void check(GoldenCase golden) {
        golden.write("out-story.yaml", Texts.yaml(new Story(golden).tell()));
        golden.check();
    }
}

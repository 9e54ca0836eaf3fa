package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.plans.GoldenCase;
import dev.fargate.plans.Texts;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a FargateService and what AWS holds lead to: the plan, and what a reader sees after one turn. */
class ServicePlansTest {

    @TestFactory
    Stream<DynamicTest> a_service_and_what_AWS_holds_lead_to_this_plan() {
        return Stream.concat(
                GoldenCase.of("service").map(golden -> DynamicTest.dynamicTest(golden.toString(), () -> check(golden))),
                Stream.of(DynamicTest.dynamicTest(
                        "every shared input is used",
                        () -> assertThat(GoldenCase.unread("service")).isEmpty())));
    }

    private static void check(GoldenCase golden) {
        ServiceCase service = new ServiceCase(golden);
        if (!service.resource().isMarkedForDeletion()) {
            golden.write("out-plan.txt", service.plan());
        }
        golden.write("out-turn.yaml", Texts.yaml(service.turn()));
        golden.check();
    }
}

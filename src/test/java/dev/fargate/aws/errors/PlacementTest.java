package dev.fargate.aws.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.Unplaced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            Capacity is unavailable at this time. Please try again later or in a different availability zone, NO_CAPACITY
            RESOURCE:FARGATE, NO_CAPACITY
            You've reached the limit on the number of vCPUs you can run concurrently, QUOTA
            The requested CPU configuration is above your limit, QUOTA
            Rate exceeded, THROTTLED
            ThrottlingException, THROTTLED
            RESOURCE:ENI, INSTANCES
            RESOURCE:MEMORY, INSTANCES
            AGENT, INSTANCES
            EMPTY CAPACITY PROVIDER, INSTANCES
            The agent of chaos, OTHER
            """)
    void words_of_ECS_tell_why_a_task_was_not_started(String reason, Unplaced.Why why) {
        assertThat(Placement.of(reason, null)).isEqualTo(new Unplaced(why, reason));
    }

    @Test
    void a_detail_is_told_with_its_reason() {
        assertThat(Placement.of("RESOURCE:CPU", "no instance met all of its requirements")
                        .words())
                .isEqualTo("RESOURCE:CPU (no instance met all of its requirements)");
    }
}

package dev.fargate.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was found out about a task's surroundings is said instead of what may be the matter. */
class FoundTest {
    private static final String NO_WAY =
            "Subnet subnet-a has no route to ECR: no NAT and no com.amazonaws.eu-west-1.ecr.dkr endpoint.";
    private static final TaskFacts FACTS = TaskFacts.NONE.finding(Map.of(Cause.NetworkUnreachable, NO_WAY));

    @Test
    void an_image_that_is_not_reached_names_the_subnet_and_what_it_lacks() {
        Diagnosis diagnosis = Diagnosis.of(
                Ending.of(
                        "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref 123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1: dial tcp 10.0.1.7:443: i/o timeout"),
                FACTS);

        assertThat(diagnosis).isEqualTo(new Diagnosis(Cause.NetworkUnreachable, NO_WAY));
    }

    @Test
    void the_authorization_of_a_registry_fails_in_the_words_of_secrets() {
        Diagnosis diagnosis = Diagnosis.of(
                Ending.of(
                        "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed caused by: Post https://api.ecr.eu-west-1.amazonaws.com/: dial tcp 10.0.1.7:443: i/o timeout"),
                FACTS);

        assertThat(diagnosis.meaning()).isEqualTo(NO_WAY);
    }

    @Test
    void another_cause_keeps_its_own_advice() {
        assertThat(Diagnosis.of(Ending.of("OutOfMemoryError: Container killed due to memory usage"), FACTS)
                        .meaning())
                .doesNotContain(NO_WAY);
    }
}

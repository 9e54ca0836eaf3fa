package dev.fargate.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.diagnosis.Ending.Exit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    @Test
    void names_are_those_of_the_meaning_and_the_ARNs_of_ECS() {
        Ending ending = new Ending(
                "TaskFailedToStart",
                "ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm:"
                        + " failed to fetch secret arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1 from secrets"
                        + " manager: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/execution/1a2b is"
                        + " not authorized to perform: secretsmanager:GetSecretValue",
                "",
                List.of(new Exit("app", "nginx:1", OptionalInt.empty(), "")));
        TaskFacts facts = new TaskFacts(
                TaskFacts.NONE.size(),
                new TaskFacts.Roles("arn:aws:iam::123456789012:role/execution", "arn:aws:iam::123456789012:role/task"),
                new TaskFacts.Network(List.of("subnet-a"), List.of("sg-a"), false),
                List.of(),
                List.of());

        assertThat(Evidence.of(ending, facts))
                .isEqualTo(new Evidence(
                        "TaskFailedToStart",
                        Optional.of("app"),
                        Optional.of("nginx:1"),
                        OptionalInt.empty(),
                        List.of(
                                "arn:aws:iam::123456789012:role/execution",
                                "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1",
                                "arn:aws:sts::123456789012:assumed-role/execution/1a2b")));
    }
}

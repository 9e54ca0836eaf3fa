package dev.fargate.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.ErrorClass;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** An object that AWS refuses says nothing of those that were asked for with it. */
class AnswersTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String OWN = "123456789012|web|1";
    private static final String CENTRAL = "999999999999|base|1";

    private final MemorySurroundings account = new MemorySurroundings();

    @Test
    void a_registry_that_is_closed_to_us_hides_no_image_of_ours() {
        account.closed.put("999999999999", ErrorClass.DENIED);

        List<Answer<ImagePlatforms>> answers = asked(Topics.IMAGE, CENTRAL, "999999999999|base|2", OWN);

        assertThat(answers.subList(0, 2))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Refused.class));
        assertThat(answers.getLast()).isInstanceOf(Answer.Known.class);
        assertThat(account.calls).as("one for each repository").hasSize(2);
    }

    @Test
    void a_registry_that_does_not_answer_takes_no_answer_back() {
        account.closed.put("999999999999", ErrorClass.TRANSIENT);

        assertThat(asked(Topics.IMAGE, OWN, CENTRAL).getFirst()).isInstanceOf(Answer.Known.class);
    }

    @Test
    void a_target_group_of_another_region_hides_none_of_ours() {
        String far = GivenSubject.TARGET_GROUP.replace("eu-west-1", "us-east-1");
        account.closed.put(far, ErrorClass.INVALID);
        String other = GivenSubject.TARGET_GROUP + "2";
        account.targetGroups.put(other, TargetTypeEnum.IP);

        assertThat(asked(Topics.TARGET_GROUP, GivenSubject.TARGET_GROUP, far, other))
                .satisfiesExactly(
                        ours -> assertThat(ours).isInstanceOf(Answer.Known.class),
                        refused -> assertThat(refused)
                                .isEqualTo(
                                        new Answer.Refused<>(
                                                "Invalid",
                                                "AWS refused elasticloadbalancing:DescribeTargetGroups (Code): these are AWS's words")),
                        ours -> assertThat(ours).isInstanceOf(Answer.Known.class));
    }

    @Test
    void who_lacks_the_right_is_not_refused_for_each_object_again() {
        account.refused.put("elasticloadbalancing:DescribeTargetGroups", ErrorClass.DENIED);

        assertThat(asked(Topics.TARGET_GROUP, GivenSubject.TARGET_GROUP, GivenSubject.TARGET_GROUP + "2"))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Refused.class));
        assertThat(account.calls).hasSize(1);
    }

    private <T> List<Answer<T>> asked(Topic<T> topic, String... ids) {
        Answers.Round round = new Answers().round(GivenSubject.web().scope());
        Arrays.stream(ids).forEach(id -> assertThat(round.of(topic, id)).isInstanceOf(Answer.Pending.class));
        round.ask(() -> account.aws().surroundings(), NOW);
        return Stream.of(ids).map(id -> round.of(topic, id)).toList();
    }
}

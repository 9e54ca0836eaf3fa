package dev.fargate.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.engine.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriesTest {
    private final Tries tries = new Tries(() -> Long.MIN_VALUE);

    @Test
    void delays_double_from_a_second_to_five_minutes() {
        List<Long> seconds = Stream.generate(() -> tries.failed("shop/web").toSeconds())
                .limit(12)
                .toList();

        assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L, 300L);
    }

    @Test
    void a_success_begins_anew_and_every_resource_counts_for_itself() {
        tries.failed("shop/web");
        tries.failed("shop/web");
        assertThat(tries.failed("shop/api")).isEqualTo(Duration.ofSeconds(1));

        tries.succeeded("shop/web");

        assertThat(tries.count("shop/web")).isZero();
        assertThat(tries.failed("shop/web")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void what_is_stalled_is_tried_again_about_every_ten_minutes() {
        Tries jittered = new Tries(new Random(1));

        assertThat(Stream.generate(jittered::stalled).limit(100))
                .allSatisfy(delay -> assertThat(delay).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(12)));
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID,   true,  Invalid",
        "DENIED,    true,  AccessDenied",
        "MISSING,   true,  NotFound",
        "THROTTLED, false, Throttled",
        "CONFLICT,  false, Conflict",
        "TRANSIENT, false, AwsUnavailable",
    })
    void an_error_of_AWS_names_the_object_and_says_what_follows(ErrorClass errorClass, boolean stalled, String reason) {
        AwsException error = new AwsException(errorClass, "ecs:CreateService", "SomeException", "AWS said so", null);

        Problem problem = AwsProblems.of(error, "service shop_web");

        assertThat(problem.stalled()).isEqualTo(stalled);
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem.message())
                .startsWith("service shop_web: ")
                .contains("ecs:CreateService", "SomeException", "AWS said so. ")
                .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"INVALID, true", "DENIED, true", "THROTTLED, true", "CONFLICT, true", "TRANSIENT, false"})
    void only_a_call_without_a_clear_answer_may_have_had_an_effect(ErrorClass errorClass, boolean without) {
        AwsException error = new AwsException(errorClass, "ecs:CreateService", "SomeException", null, null);

        assertThat(AwsProblems.withoutEffect(error)).isEqualTo(without);
        assertThat(AwsProblems.of(error, "service shop_web").message()).doesNotContain("null");
    }
}

package dev.fargate.rightsize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.RightSize;
import dev.fargate.api.RightSize.Judged;
import dev.fargate.api.RightSize.Verdict;
import dev.fargate.aws.Utilisation;
import dev.fargate.cost.PriceTable;
import dev.fargate.cost.SpotShare;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** When CloudWatch is asked, and what is made of the replies. */
class RightSizesTest {
    private static final String OWNER = "shop/web";
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Utilisation IDLE = used(200, 20);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final RightSizes sizes = new RightSizes(Optional.of(DAY), now::get);

    @Test
    void a_size_that_is_young_is_told_to_be_and_nobody_is_asked_for_a_week() {
        RightSize young = told(1024, Optional.empty());

        assertThat(young.verdict()).isEqualTo(Verdict.NotEnoughData);
        assertThat(young.message())
                .isEqualTo("Since 2026-03-01T12:00:00Z tasks have cpu 1024 with memory 4096; a size can be advised when"
                        + " they have used it for 168 hours.");
        now.set(START.plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(sizes.due(OWNER, young)).isEmpty();
        now.set(START.plus(Duration.ofDays(7)));
        assertThat(sizes.due(OWNER, young)).contains(START);
        now.set(START.plus(Duration.ofDays(30)));
        assertThat(sizes.due(OWNER, young)).contains(START.plus(Duration.ofDays(16)));
    }

    @Test
    void a_reply_becomes_advice_and_the_next_question_comes_after_the_interval_also_after_a_restart() {
        RightSize young = told(1024, Optional.empty());
        now.set(START.plus(Duration.ofDays(8)));
        sizes.read(OWNER, young.of(), IDLE);

        assertThat(sizes.due(OWNER, young)).isEmpty();
        RightSize advice = told(1024, Optional.of(young));
        assertThat(advice.verdict()).isEqualTo(Verdict.Smaller);
        assertThat(advice.checkedAt()).isEqualTo("2026-03-09T12:00:00Z");
        RightSizes restarted = new RightSizes(Optional.of(DAY), now::get);
        assertThat(restarted.due(OWNER, advice)).isEmpty();
        assertThat(restarted.of(OWNER, Optional.of(tasks(1024)), Optional.of(advice), Optional.of(START)))
                .contains(advice);
        now.set(now.get().plus(DAY));
        assertThat(restarted.due(OWNER, advice)).isPresent();
    }

    @Test
    void what_was_told_stays_until_a_reply_says_something_else() {
        RightSize young = told(1024, Optional.empty());
        now.set(START.plus(Duration.ofDays(8)));
        sizes.read(OWNER, young.of(), used(200, 30));
        RightSize advice = told(1024, Optional.of(young));

        now.set(now.get().plus(DAY));
        sizes.read(OWNER, young.of(), used(216, 32));
        assertThat(told(1024, Optional.of(advice))).isEqualTo(advice);
        assertThat(sizes.due(OWNER, advice)).isEmpty();

        now.set(now.get().plus(DAY));
        sizes.read(OWNER, young.of(), used(240, 35));
        RightSize busier = told(1024, Optional.of(advice));
        assertThat(busier.used().cpuPercent()).isEqualTo(35);
        assertThat(busier.checkedAt()).isEqualTo("2026-03-11T12:00:00Z");

        sizes.read(OWNER, young.of(), used(240, 95));
        assertThat(told(1024, Optional.of(busier)).verdict()).isEqualTo(Verdict.Larger);
    }

    @Test
    void another_size_begins_anew_and_a_reply_about_the_former_one_does_not_count() {
        RightSize young = told(1024, Optional.empty());
        now.set(START.plus(Duration.ofDays(8)));
        RightSize other = told(512, Optional.of(young));
        sizes.read(OWNER, young.of(), IDLE);

        assertThat(other.of()).isEqualTo(new Judged(512, 4096, START.toString()));
        assertThat(told(512, Optional.of(other))).isEqualTo(other);
    }

    @Test
    void while_a_rollout_goes_on_what_was_told_stays() {
        RightSize young = told(1024, Optional.empty());

        assertThat(sizes.of(OWNER, Optional.of(tasks(512)), Optional.of(young), Optional.empty()))
                .contains(young);
        assertThat(sizes.of(OWNER, Optional.of(tasks(512)), Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void a_refusal_is_told_until_there_is_advice_and_never_instead_of_it() {
        RightSize young = told(1024, Optional.empty());
        now.set(START.plus(Duration.ofDays(8)));
        sizes.refused(OWNER, young.of(), "AWS refused.");
        RightSize unknown = told(1024, Optional.of(young));
        assertThat(unknown.verdict()).isEqualTo(Verdict.Unknown);
        assertThat(unknown.message()).isEqualTo("AWS refused.");
        assertThat(sizes.due(OWNER, unknown)).isEmpty();

        sizes.read(OWNER, young.of(), IDLE);
        RightSize advice = told(1024, Optional.of(unknown));
        now.set(now.get().plus(DAY));
        sizes.refused(OWNER, young.of(), "AWS refused.");

        assertThat(told(1024, Optional.of(advice))).isEqualTo(advice);
        assertThat(sizes.due(OWNER, advice)).isEmpty();
    }

    @Test
    void without_an_interval_or_a_task_of_known_size_there_is_no_advice_and_no_question() {
        RightSize young = told(1024, Optional.empty());
        now.set(START.plus(Duration.ofDays(8)));
        RightSizes off = new RightSizes(Optional.empty(), now::get);

        assertThat(off.of(OWNER, Optional.of(tasks(1024)), Optional.of(young), Optional.of(START)))
                .isEmpty();
        assertThat(off.due(OWNER, young)).isEmpty();
        assertThat(sizes.of(OWNER, Optional.empty(), Optional.of(young), Optional.of(START)))
                .isEmpty();
    }

    private static Utilisation used(int hours, double percent) {
        return new Utilisation(Collections.nCopies(hours, percent), Collections.nCopies(hours, percent));
    }

    private RightSize told(int cpu, Optional<RightSize> recorded) {
        return sizes.of(OWNER, Optional.of(tasks(cpu)), recorded, Optional.of(START))
                .orElseThrow();
    }

    private static Tasks tasks(int cpu) {
        return Tasks.of(
                RegisterTaskDefinitionRequest.builder()
                        .cpu(String.valueOf(cpu))
                        .memory("4096")
                        .build(),
                SpotShare.of(List.of(), 1),
                true,
                PriceTable.ofRelease(),
                "eu-west-1");
    }
}

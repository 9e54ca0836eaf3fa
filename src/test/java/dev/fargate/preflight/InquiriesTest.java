package dev.fargate.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.PreflightReport;
import dev.fargate.aws.ErrorClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** No object is asked for more than once in five minutes, and workloads share the calls. */
class InquiriesTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private final MemorySurroundings account = new MemorySurroundings();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final List<String> told = new ArrayList<>();

    @AutoClose
    private final Inquiries inquiries = new Inquiries(scope -> account.aws(), now::get);

    private final Preflights preflights = new SharedPreflights(inquiries, "FargateService", told::add, now::get);

    @Test
    void a_thousand_workloads_of_one_environment_share_the_calls() {
        for (int i = 0; i < 1000; i++) {
            account.images.put("web:" + i, "amd64");
            assertThat(preflights.of("team/web-" + i, subject(i), Optional.empty(), Optional.empty()))
                    .isEmpty();
        }
        inquiries.settle();

        assertThat(told).hasSize(1000);
        assertThat(account.calls.stream().filter("ecr:BatchGetImage"::equals)).hasSize(10);
        assertThat(account.calls).hasSizeLessThanOrEqualTo(30);
        Set<String> others = new HashSet<>(account.calls);
        others.remove("ecr:BatchGetImage");
        assertThat(account.calls.stream().filter(others::contains)).hasSameSizeAs(others);

        account.calls.clear();
        for (int i = 0; i < 1000; i++) {
            Optional<PreflightReport> report =
                    preflights.of("team/web-" + i, subject(i), Optional.empty(), Optional.empty());
            assertThat(report).isPresent();
            assertThat(preflights.of("team/web-" + i, subject(i), report, Optional.empty()))
                    .isEqualTo(report);
        }
        inquiries.settle();
        assertThat(account.calls).isEmpty();
    }

    @Test
    void another_spec_is_looked_into_by_answers_that_are_there_for_five_minutes() {
        settled(GivenSubject.web(), Optional.empty());
        account.calls.clear();

        now.set(START.plus(Duration.ofMinutes(4)));
        settled(GivenSubject.of(GivenSubject.IMAGE, "other", 80), Optional.empty());
        assertThat(account.calls).isEmpty();

        now.set(START.plus(Duration.ofMinutes(6)));
        settled(GivenSubject.of(GivenSubject.IMAGE, "third", 80), Optional.empty());
        assertThat(account.calls).doesNotHaveDuplicates().contains("ecr:BatchGetImage", "iam:GetRole");
    }

    @Test
    void what_failed_is_looked_into_every_ten_minutes_and_told_only_when_it_differs() {
        account.nat = false;
        Optional<PreflightReport> failed = settled(GivenSubject.web(), Optional.empty());
        assertThat(Reports.failure(failed.orElseThrow())).isPresent();
        assertThat(preflights.again("team/web", failed)).contains(START.plus(Duration.ofMinutes(10)));

        now.set(START.plus(Duration.ofMinutes(11)));
        assertThat(settled(GivenSubject.web(), failed)).isEqualTo(failed);
        assertThat(preflights.again("team/web", failed)).contains(START.plus(Duration.ofMinutes(21)));

        account.nat = true;
        now.set(START.plus(Duration.ofMinutes(22)));
        Optional<PreflightReport> passed = settled(GivenSubject.web(), failed);
        assertThat(passed.orElseThrow().problems()).isEmpty();
        assertThat(preflights.again("team/web", passed)).isEmpty();
    }

    @Test
    void a_task_that_fails_for_its_surroundings_makes_a_passed_check_be_made_again() {
        Optional<PreflightReport> passed = settled(GivenSubject.web(), Optional.empty());
        account.nat = false;
        now.set(START.plus(Duration.ofMinutes(30)));

        assertThat(preflights.of("team/web", GivenSubject.web(), passed, Optional.of(now.get())))
                .isEqualTo(passed);
        inquiries.settle();

        assertThat(preflights.of("team/web", GivenSubject.web(), passed, Optional.of(now.get())))
                .hasValueSatisfying(
                        report -> assertThat(Reports.failure(report)).isPresent());
    }

    @Test
    void a_service_of_AWS_that_does_not_answer_is_asked_once_for_all() {
        account.refused.put("secretsmanager:DescribeSecret", ErrorClass.TRANSIENT);
        settled(GivenSubject.web(), Optional.empty());
        settled(GivenSubject.of(GivenSubject.IMAGE, "other", 80), Optional.empty());

        assertThat(account.calls.stream().filter("secretsmanager:DescribeSecret"::equals))
                .hasSize(1);
    }

    @Test
    void nothing_is_asked_when_it_is_off() {
        assertThat(new NoPreflights().of("team/web", GivenSubject.web(), Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(account.calls).isEmpty();
    }

    @Test
    void one_who_waits_is_told_at_once_and_anew_but_for_answers_that_are_there() {
        Preflights atOnce = new PreflightsAtOnce(scope -> account.aws(), now::get);

        Optional<PreflightReport> report =
                atOnce.of("team/web", GivenSubject.web(), Optional.empty(), Optional.empty());
        assertThat(report)
                .contains(settled(GivenSubject.web(), Optional.empty()).orElseThrow());

        account.calls.clear();
        now.set(START.plusSeconds(60));
        assertThat(atOnce.of("team/web", GivenSubject.web(), report, Optional.empty()))
                .hasValueSatisfying(later -> assertThat(later.checkedAt())
                        .isEqualTo(START.plusSeconds(60).toString()));
        assertThat(account.calls).isEmpty();
    }

    private Optional<PreflightReport> settled(Subject subject, Optional<PreflightReport> recorded) {
        preflights.of("team/web", subject, recorded, Optional.empty());
        inquiries.settle();
        return preflights.of("team/web", subject, recorded, Optional.empty());
    }

    private static Subject subject(int number) {
        return GivenSubject.of(GivenSubject.IMAGE.replace(":1", ":" + number), "hash-" + number, 80);
    }
}

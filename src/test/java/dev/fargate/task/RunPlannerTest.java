package dev.fargate.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateTaskStatus.Failure;
import dev.fargate.api.FargateTaskStatus.Launch;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Owner;
import dev.fargate.taskdefinition.OwnRevisions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;

class RunPlannerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Rhythm RHYTHM = new Rhythm(
            List.of(Duration.ofSeconds(15)),
            Duration.ofSeconds(60),
            Duration.ofMinutes(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60));
    private static final String REVISION = "arn:aws:ecs:eu-west-1:123456789012:task-definition/shop_migrate:1";

    @ParameterizedTest
    @CsvSource({
        // completions, parallelism, succeeded, unknown, active -> wanted
        "1,   1, 0, 0, 0, 1",
        "1,   1, 0, 0, 1, 0",
        "1,   1, 1, 0, 0, 0",
        "5,   3, 0, 0, 0, 3",
        "5,   3, 3, 0, 0, 2",
        "5,   3, 2, 0, 2, 1",
        "5,   5, 2, 1, 0, 2",
        "1,   1, 0, 1, 0, 0",
        "300, 100, 0, 0, 0, 100",
    })
    void as_many_tasks_are_wanted_as_must_succeed_and_may_run_at_once(
            int completions, int parallelism, int succeeded, int unknown, int active, int wanted) {
        RunMemory memory = memory(new History.Tally(succeeded, 0, unknown, 0), active);

        assertThat(planner(completions, parallelism, false).wanted(memory)).isEqualTo(wanted);
    }

    @Test
    void a_call_without_a_reply_is_made_again_as_it_was_and_looked_for_once_its_token_may_be_dead() {
        RunMemory fresh = intending(NOW.minus(Duration.ofMinutes(49)));
        RunMemory old = intending(NOW.minus(Duration.ofMinutes(50)));

        assertThat(plan(fresh)).hasExactlyElementsOfTypes(RunStep.Repeat.class);
        assertThat(plan(old)).hasExactlyElementsOfTypes(RunStep.Find.class);
    }

    @Test
    void a_call_that_would_be_another_one_by_now_is_looked_for_and_not_made_again() {
        Instant at = NOW.minusSeconds(60);
        RunMemory same = intending(at, desired().request());
        RunMemory other = intending(at, "another");

        assertThat(plan(same)).hasExactlyElementsOfTypes(RunStep.Repeat.class);
        assertThat(plan(other)).hasExactlyElementsOfTypes(RunStep.Find.class);
        assertThat(planner(1, 1, false).next(desired(), intending(NOW.minusSeconds(10), "another")))
                .contains(NOW.plusSeconds(50));
    }

    @Test
    void what_is_not_found_within_an_hour_never_was_and_later_it_is_unknown() {
        RunMemory within = intending(NOW.minus(Duration.ofMinutes(59)));
        RunMemory later = intending(NOW.minus(Duration.ofMinutes(61)));

        assertThat(found(within, List.of()).tally().unknown()).isZero();
        assertThat(found(within, List.of()).launches().open()).isEmpty();
        assertThat(found(later, List.of()).tally().unknown()).isEqualTo(1);
        assertThat(found(later, List.of("a")).tally().unknown()).isZero();
        assertThat(found(later, List.of("a")).launches().tasks()).containsExactly("a");
    }

    @Test
    void nothing_is_started_before_its_time() {
        RunMemory waiting = memory(History.Tally.NONE, 0).with(Span.NONE.retrying(Optional.of(NOW.plusSeconds(10))));

        assertThat(plan(waiting)).isEmpty();
        assertThat(planner(1, 1, false).next(desired(), waiting)).contains(NOW.plusSeconds(10));
    }

    @Test
    void a_failed_run_stops_what_runs_and_starts_nothing_not_even_a_call_without_a_reply() {
        RunMemory failed = memory(History.Tally.NONE, 2).failed(new Failure("DeadlineExceeded", "too late"));

        assertThat(planner(5, 5, false).plan(desired(), failed, Set.of("t0")).steps())
                .containsExactly(new RunStep.Stop("t1", "fargate-operator: the run has failed"));
        assertThat(plan(intending(NOW.minusSeconds(5)).failed(new Failure("DeadlineExceeded", "too late"))))
                .isEmpty();
        assertThat(plan(intending(NOW.minusSeconds(61)).failed(new Failure("DeadlineExceeded", "too late"))))
                .hasExactlyElementsOfTypes(RunStep.Find.class);
    }

    @Test
    void a_call_that_was_made_again_just_now_is_not_looked_for_before_its_tasks_are_visible() {
        Instant first = NOW.minus(Duration.ofMinutes(5));
        RunMemory failed = tried(first, NOW.minusSeconds(1)).failed(new Failure("DeadlineExceeded", "too late"));
        RunMemory old = tried(NOW.minus(RunPlanner.REPEATED), NOW.minusSeconds(1));

        assertThat(plan(failed)).isEmpty();
        assertThat(planner(1, 1, false).next(desired(), failed)).contains(NOW.plusSeconds(59));
        assertThat(plan(old)).isEmpty();
        assertThat(planner(1, 1, false).next(desired(), old)).contains(NOW.plusSeconds(59));
        assertThat(plan(tried(NOW.minus(RunPlanner.REPEATED), NOW.minusSeconds(60))))
                .hasExactlyElementsOfTypes(RunStep.Find.class);
    }

    @ParameterizedTest
    @CsvSource({"6, ''", "7, BackoffLimitExceeded"})
    void a_run_has_failed_when_more_tasks_failed_than_backoffLimit(int failures, String reason) {
        RunMemory decided = planner(1, 1, false).decided(memory(new History.Tally(0, failures, 0, 0), 0));

        assertThat(decided.history().failure().map(Failure::reason).orElse("")).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "3, 40", "6, 320", "7, 360", "50, 360"})
    void the_delay_doubles_up_to_six_minutes(int setbacks, int seconds) {
        assertThat(limits(1, 1, false).backoff(setbacks)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void a_deadline_is_counted_from_the_start_and_ends_the_run() {
        DesiredRun.Limits limits =
                new DesiredRun.Limits(1, 1, 6, Duration.ofSeconds(10), Optional.of(Duration.ofMinutes(5)), false);
        RunMemory started = memory(History.Tally.NONE, 1).with(Span.NONE.starting(NOW.minus(Duration.ofMinutes(5))));

        assertThat(new RunPlanner(limits, RHYTHM, NOW)
                        .decided(started)
                        .history()
                        .failure())
                .map(Failure::reason)
                .contains("DeadlineExceeded");
        assertThat(new RunPlanner(limits, RHYTHM, NOW.minusSeconds(1)).next(desired(), started))
                .contains(NOW);
    }

    @Test
    void a_token_and_the_startedBy_of_a_call_are_its_own_for_ever() {
        Launch one = new Launch(1, NOW.toString(), null, 10, null, List.of());
        Launch two = new Launch(2, NOW.toString(), null, 10, null, List.of());
        RunTaskRequest template = desired().template();

        assertThat(RunRequests.of(template, REVISION, owner("uid-1"), one))
                .isEqualTo(RunRequests.of(template, REVISION, owner("uid-1"), one));
        assertThat(RunRequests.of(template, REVISION, owner("uid-1"), one).clientToken())
                .isNotEqualTo(
                        RunRequests.of(template, REVISION, owner("uid-1"), two).clientToken())
                .isNotEqualTo(
                        RunRequests.of(template, REVISION, owner("uid-2"), one).clientToken());
        assertThat(RunRequests.startedBy(owner("uid-1"), one)).matches("[A-Za-z0-9/_-]{1,128}");
    }

    private static List<RunStep> plan(RunMemory memory) {
        return planner(1, 1, false).plan(desired(), memory, Set.of()).steps();
    }

    private static RunMemory found(RunMemory memory, List<String> tasks) {
        return LaunchSearch.found(memory, memory.launches().open().getFirst(), tasks, NOW);
    }

    private static RunPlanner planner(int completions, int parallelism, boolean suspended) {
        return new RunPlanner(limits(completions, parallelism, suspended), RHYTHM, NOW);
    }

    private static DesiredRun.Limits limits(int completions, int parallelism, boolean suspended) {
        return new DesiredRun.Limits(completions, parallelism, 6, Duration.ofSeconds(10), Optional.empty(), suspended);
    }

    private static DesiredRun desired() {
        return new DesiredRun(
                owner("uid-1"),
                new DesiredRun.Where(
                        new AwsScope("production", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN), null),
                new RunSource.Begun(),
                RunTaskRequest.builder().build(),
                limits(1, 1, false));
    }

    private static Owner owner(String uid) {
        return new Owner("cluster-1", "FargateTask", "shop", "migrate", uid);
    }

    private static RunMemory memory(History.Tally tally, int active) {
        List<String> tasks = IntStream.range(0, active).mapToObj(i -> "t" + i).toList();
        Launches launches = active == 0
                ? Launches.NONE
                : new Launches(1, List.of(new Launch(1, NOW.minusSeconds(30).toString(), null, active, null, tasks)));
        return memory(launches).with(History.NONE.with(tally));
    }

    private static RunMemory intending(Instant at) {
        return intending(at, null);
    }

    private static RunMemory intending(Instant at, String request) {
        return memory(new Launches(1, List.of(new Launch(1, at.toString(), null, 1, request, List.of()))));
    }

    private static RunMemory tried(Instant first, Instant last) {
        RunMemory intending = intending(first);
        return intending.with(
                intending.launches().trying(intending.launches().open().getFirst(), last));
    }

    private static RunMemory memory(Launches launches) {
        return RunMemory.of(null).with(launches).with(OwnRevisions.NONE.current(REVISION, "v1-0"));
    }
}

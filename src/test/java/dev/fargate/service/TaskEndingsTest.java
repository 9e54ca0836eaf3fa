package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.StoppedTask;
import dev.fargate.diagnosis.TaskFacts;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.Task;

class TaskEndingsTest {
    private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant AT = SINCE.plusSeconds(60);

    @Test
    void alike_endings_are_counted_once_under_the_newest() {
        List<StoppedTask> known = known(List.of(), exit("a", AT, 1), exit("b", AT.plusSeconds(9), 1), exit("c", AT, 2));

        assertThat(known).extracting(StoppedTask::task).containsExactly("b", "c");
        assertThat(known).extracting(StoppedTask::count).containsExactly(2, null);
    }

    @Test
    void numbers_and_ids_in_words_that_are_not_known_make_no_other_kind() {
        List<StoppedTask> known = known(
                List.of(),
                failed("a", AT, "CannotInspectContainerError: 1a2b3c4d5e timed out after 3m"),
                failed("b", AT, "CannotInspectContainerError: 9f8e7d6c5b timed out after 5m"),
                failed("c", AT, "CannotStopContainerError: it goes on"));

        assertThat(known).hasSize(2);
    }

    @Test
    void what_ECS_has_forgotten_stays_and_the_count_never_falls() {
        List<StoppedTask> before =
                known(List.of(), exit("a", AT, 1), exit("b", AT, 1), failed("c", AT, "CannotStopContainerError: x"));

        List<StoppedTask> after = known(before, exit("d", AT.plusSeconds(3600), 1));

        assertThat(after).extracting(StoppedTask::task).containsExactly("d", "c");
        assertThat(after.getFirst().count()).isEqualTo(2);
        assertThat(known(after)).as("ECS knows nothing any more").isEqualTo(after);
    }

    @Test
    void the_same_read_twice_is_the_same() {
        List<StoppedTask> once = known(List.of(), exit("a", AT, 1), exit("b", AT, 1), exit("c", AT, 2));

        assertThat(known(once, exit("c", AT, 2), exit("b", AT, 1), exit("a", AT, 1)))
                .isEqualTo(once);
    }

    @Test
    void endings_of_an_earlier_rollout_go_with_the_first_of_this_one() {
        List<StoppedTask> before = TaskEndings.known(
                List.of(), List.of(exit("old", SINCE.minusSeconds(9), 1)), TaskFacts.NONE, Instant.EPOCH);

        assertThat(known(before)).isEqualTo(before);
        assertThat(known(before, exit("old", SINCE.minusSeconds(9), 1))).isEqualTo(before);
        assertThat(known(before, exit("new", AT, 1))).singleElement().satisfies(task -> assertThat(task.count())
                .isNull());
    }

    @Test
    void routine_is_left_out_and_five_kinds_are_kept() {
        Task routine = exit("r", AT, 143).copy(task -> task.stopCode("ServiceSchedulerInitiated")
                .stoppedReason("Scaling activity initiated by (deployment ecs-svc/2)"));
        Task[] kinds = IntStream.rangeClosed(1, 7)
                .mapToObj(code -> exit("t" + code, AT.plusSeconds(code), code))
                .toArray(Task[]::new);

        assertThat(known(List.of(), routine)).isEmpty();
        assertThat(known(List.of(), kinds)).extracting(StoppedTask::task).containsExactly("t7", "t6", "t5", "t4", "t3");
    }

    private static List<StoppedTask> known(List<StoppedTask> before, Task... tasks) {
        return TaskEndings.known(before, List.of(tasks), TaskFacts.NONE, SINCE);
    }

    static Task exit(String id, Instant at, int code) {
        return ended(id, at, "EssentialContainerExited", "Essential container in task exited")
                .copy(task -> task.containers(Container.builder()
                        .name("web")
                        .image("shop/web:1")
                        .exitCode(code)
                        .build()));
    }

    private static Task failed(String id, Instant at, String reason) {
        return ended(id, at, "TaskFailedToStart", reason);
    }

    private static Task ended(String id, Instant at, String code, String reason) {
        return Task.builder()
                .taskArn("arn:aws:ecs:eu-west-1:123456789012:task/production/" + id)
                .stoppingAt(at)
                .stopCode(code)
                .stoppedReason(reason)
                .build();
    }
}

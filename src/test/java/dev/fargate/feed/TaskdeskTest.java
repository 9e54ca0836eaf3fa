package dev.fargate.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.AnnouncedTasks;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.TaskLook;
import dev.fargate.aws.TaskRef;
import dev.fargate.aws.TaskWatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Task;

class TaskdeskTest {
    private static final String CLUSTER = "arn:aws:ecs:eu-west-1:123456789012:cluster/main";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final TaskRef TASK = new TaskRef(
            new AwsScope("main", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN), CLUSTER, "a", "shop/import");

    private final Watch watch = new Watch();
    private final Taskdesk desk = new Taskdesk(watch, watch);

    @Test
    void a_task_of_a_run_is_looked_at_when_it_has_ended() {
        watch.seen = Optional.of(found("RUNNING"));

        assertThat(hear("a")).isEqualTo(Heard.ASKED);
        assertThat(watch.asked).containsExactly(NOW);
    }

    @Test
    void an_end_that_was_seen_and_a_task_of_nobody_of_ours_are_not_looked_at() {
        watch.seen = Optional.of(found("STOPPED"));

        assertThat(hear("a")).isEqualTo(Heard.KNOWN);
        assertThat(hear("b")).isEqualTo(Heard.UNKNOWN);
        assertThat(watch.asked).isEmpty();
    }

    private Heard hear(String task) {
        return desk.hear(CLUSTER, new Announcement.Ended(task, NOW.minusSeconds(1)), NOW);
    }

    private static TaskLook found(String status) {
        return new TaskLook.Found(Task.builder().lastStatus(status).build(), NOW);
    }

    /** Watches one task. */
    private static final class Watch implements TaskWatch, AnnouncedTasks {
        private final List<Instant> asked = new ArrayList<>();
        private Optional<TaskLook> seen = Optional.empty();

        @Override
        public Optional<TaskLook> latest(TaskRef ref) {
            return seen;
        }

        @Override
        public void ask(TaskRef ref, Instant at) {
            asked.add(at);
        }

        @Override
        public void wrote(TaskRef ref, Task reply) {}

        @Override
        public void forget(TaskRef ref) {}

        @Override
        public boolean isAnnounced(TaskRef ref) {
            return false;
        }

        @Override
        public void announceTasks(String clusterArn, boolean announces) {}

        @Override
        public Optional<TaskRef> findTask(String clusterArn, String task) {
            return TASK.task().equals(task) ? Optional.of(TASK) : Optional.empty();
        }
    }
}

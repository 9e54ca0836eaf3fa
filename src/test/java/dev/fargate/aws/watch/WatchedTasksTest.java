package dev.fargate.aws.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.TaskLook;
import dev.fargate.aws.TaskRef;
import dev.fargate.aws.Tasks.Described;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Task;

class WatchedTasksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final AwsScope SCOPE =
            new AwsScope("production", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN);

    private final WatchedTasks list = new WatchedTasks();

    @Test
    void looks_asked_for_together_travel_together_a_hundred_in_a_call() {
        IntStream.range(0, 250).forEach(i -> list.ask(ref("t" + i), NOW, NOW));

        assertThat(list.due(NOW)).isEmpty();
        assertThat(list.due(NOW.plus(WatchedTasks.JOIN)))
                .extracting(batch -> batch.seats().size())
                .containsExactly(100, 100, 50);
        assertThat(list.next()).isEmpty();
    }

    @Test
    void free_seats_go_to_those_that_would_be_due_next() {
        list.ask(ref("now"), NOW, NOW);
        list.ask(ref("later"), NOW.plusSeconds(60), NOW);

        assertThat(list.due(NOW.plus(WatchedTasks.JOIN))).singleElement().satisfies(batch -> assertThat(batch.tasks())
                .containsExactly("now", "later"));
        assertThat(list.next()).contains(NOW.plusSeconds(60));
    }

    @Test
    void who_was_taken_along_is_told_only_of_a_change() {
        list.answered(batch("later"), new Described(List.of(task("later")), Set.of()));
        list.ask(ref("now"), NOW, NOW);
        list.ask(ref("later"), NOW.plusSeconds(60), NOW);
        Described same = new Described(List.of(task("now"), task("later")), Set.of());
        Described changed =
                new Described(List.of(task("now"), task("later").copy(copy -> copy.lastStatus("STOPPED"))), Set.of());

        assertThat(list.answered(list.due(NOW.plusSeconds(1)).getFirst(), same)).containsExactly("shop/of-now");
        list.ask(ref("now"), NOW.plusSeconds(2), NOW);
        assertThat(list.answered(list.due(NOW.plusSeconds(3)).getFirst(), changed))
                .containsExactly("shop/of-now", "shop/of-later");
    }

    @Test
    void the_earlier_of_two_times_counts() {
        list.ask(ref("a"), NOW.plusSeconds(60), NOW);
        list.ask(ref("a"), NOW.plusSeconds(30), NOW);
        list.ask(ref("a"), NOW.plusSeconds(90), NOW);

        assertThat(list.next()).contains(NOW.plusSeconds(30));
    }

    @Test
    void a_task_that_is_in_neither_list_of_a_reply_is_asked_for_again_and_nobody_is_told() {
        TaskBatch batch = batch("a", "b");

        assertThat(list.answered(batch, new Described(List.of(task("a")), Set.of())))
                .containsExactly("shop/of-a");
        assertThat(list.latest(ref("b"))).isEmpty();
        assertThat(list.next()).contains(batch.at().plus(WatchedTasks.UNANSWERED));
    }

    @Test
    void a_missing_task_is_missing_since_the_first_of_the_uninterrupted_answers() {
        TaskBatch first = batch("a");
        list.answered(first, new Described(List.of(), Set.of("a")));
        list.ask(ref("a"), NOW.plusSeconds(20), NOW);
        TaskBatch second = list.due(NOW.plusSeconds(20)).getFirst();
        list.answered(second, new Described(List.of(), Set.of("a")));

        assertThat(list.latest(ref("a"))).contains(new TaskLook.Missing(first.at(), second.at()));
    }

    @Test
    void what_began_before_our_own_write_does_not_overwrite_it() {
        TaskBatch batch = batch("a");
        Task stopping = task("a").copy(copy -> copy.desiredStatus("STOPPED"));
        list.wrote(ref("a"), stopping, batch.at().plusSeconds(1));

        list.answered(batch, new Described(List.of(task("a")), Set.of()));

        assertThat(list.latest(ref("a")))
                .contains(new TaskLook.Found(stopping, batch.at().plusSeconds(1)));
    }

    @Test
    void a_failed_call_says_nothing_of_the_tasks_and_their_owners_are_told() {
        TaskBatch batch = batch("a");
        AwsException error = new AwsException(ErrorClass.TRANSIENT, "ecs:DescribeTasks", "500", "no", null);

        assertThat(list.failed(batch, error)).containsExactly("shop/of-a");
        assertThat(list.latest(ref("a"))).contains(new TaskLook.Failed(error, batch.at()));
    }

    @Test
    void a_call_that_has_to_wait_is_due_when_its_ticket_is() {
        TaskBatch batch = batch("a");

        list.putOff(batch, NOW.plus(Duration.ofSeconds(7)));

        assertThat(list.next()).contains(NOW.plusSeconds(7));
    }

    @Test
    void what_is_forgotten_is_not_looked_at() {
        list.ask(ref("a"), NOW, NOW);
        list.forget(ref("a"));

        assertThat(list.due(NOW.plusSeconds(1))).isEmpty();
        assertThat(list.size()).isZero();
    }

    private TaskBatch batch(String... tasks) {
        List.of(tasks).forEach(task -> list.ask(ref(task), NOW, NOW));
        return list.due(NOW.plus(WatchedTasks.JOIN)).getFirst();
    }

    private static TaskRef ref(String task) {
        return new TaskRef(SCOPE, "arn:aws:ecs:eu-west-1:123456789012:cluster/production", task, "shop/of-" + task);
    }

    private static Task task(String id) {
        return Task.builder()
                .taskArn("arn:aws:ecs:eu-west-1:123456789012:task/production/" + id)
                .lastStatus("RUNNING")
                .build();
    }
}

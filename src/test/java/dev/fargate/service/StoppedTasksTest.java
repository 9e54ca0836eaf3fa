package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Operation;
import dev.fargate.aws.ServiceRef;
import dev.fargate.service.MemoryEcs.Refused;
import dev.fargate.service.ServiceCase.Waits;
import dev.fargate.service.StoppedTasks.Seen;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.Service;

/** When stopped tasks are read: each call is one that somebody's account pays for in its request limits. */
class StoppedTasksTest {
    private static final DesiredService DESIRED =
            Desired.of(CreateServiceRequest.builder().serviceName("shop_web").build());
    private static final Instant SINCE = ServiceCase.NOW.minusSeconds(60);

    private final Map<String, Refused> refusals = new HashMap<>();
    private final Map<Operation, Instant> waits = new HashMap<>();
    private final MemoryEcs ecs = new MemoryEcs(
            Optional.empty(),
            MemoryEcs.Revisions.NONE,
            List.of(TaskEndingsTest.exit("a", ServiceCase.NOW.minusSeconds(5), 1)),
            refusals,
            ServiceCase.NOW);
    private Instant now = ServiceCase.NOW;
    private StoppedTasks stopped = new StoppedTasks(() -> now);
    private Memory told = Memory.of(null);

    @Test
    void a_rollout_that_goes_well_reads_nothing() {
        assertThat(reads(rollout("1", RolloutState.IN_PROGRESS, 0), running(0))).isZero();
        assertThat(reads(rollout("1", RolloutState.COMPLETED, 0), running(1)))
                .as("not all run yet")
                .isZero();
        assertThat(reads(steady("1"), running(2))).isZero();
        assertThat(reads(steady("1"), running(2).copy(service -> service.desiredCount(5))))
                .as("scaling out")
                .isZero();
    }

    @Test
    void news_is_read_once_and_a_rollout_that_goes_on_failing_once_a_minute() {
        assertThat(reads(rollout("1", RolloutState.IN_PROGRESS, 1), running(0))).isEqualTo(2);
        assertThat(reads(rollout("1", RolloutState.IN_PROGRESS, 1), running(0))).isZero();

        now = now.plusSeconds(20);
        Seen early = look(rollout("1", RolloutState.IN_PROGRESS, 2), running(0));
        assertThat(ecs.calls()).hasSize(2);
        assertThat(early.again()).as("nobody else may come back").contains(now.plusSeconds(40));

        now = now.plusSeconds(40);
        assertThat(reads(rollout("1", RolloutState.IN_PROGRESS, 2), running(0))).isEqualTo(2);
    }

    @Test
    void the_end_of_a_rollout_and_another_rollout_do_not_wait() {
        assertThat(reads(rollout("1", RolloutState.IN_PROGRESS, 1), running(0))).isEqualTo(2);
        assertThat(reads(rollout("1", RolloutState.FAILED, 3), running(0))).isEqualTo(2);
        assertThat(reads(rollout("1", RolloutState.FAILED, 3), running(0))).isZero();
        assertThat(reads(rollout("2", RolloutState.IN_PROGRESS, 1), running(0))).isEqualTo(2);
    }

    @Test
    void a_rollout_past_its_deadline_is_read() {
        Memory waiting = rollout("1", RolloutState.IN_PROGRESS, 0);
        assertThat(reads(waiting, running(0))).isZero();

        now = SINCE.plus(DESIRED.settings().progressDeadline()).plusSeconds(1);

        assertThat(reads(waiting, running(0))).isEqualTo(2);
        assertThat(reads(waiting, running(0))).isZero();
    }

    @Test
    void a_service_that_loses_a_task_again_and_again_is_read_once_a_minute() {
        assertThat(reads(steady("1"), running(1))).isEqualTo(2);
        assertThat(reads(steady("1"), running(2))).isZero();
        assertThat(reads(steady("1"), running(1))).isZero();

        now = now.plus(StoppedTasks.BETWEEN);
        assertThat(reads(steady("1"), running(1))).isEqualTo(2);
    }

    @Test
    void what_is_heard_of_is_read_though_the_counts_are_as_they_should_be() {
        stopped.heard("shop/web");

        assertThat(reads(steady("1"), running(2))).isEqualTo(2);
        assertThat(reads(steady("1"), running(2))).isZero();
    }

    @Test
    void after_a_restart_what_the_status_tells_is_not_read_again() {
        told = look(rollout("1", RolloutState.FAILED, 3), running(0)).memory();

        stopped = new StoppedTasks(() -> now);
        assertThat(reads(told, running(0))).isZero();

        stopped = new StoppedTasks(() -> now);
        told = told.withRollout(
                rollout("1", RolloutState.IN_PROGRESS, 2).rollout().orElseThrow());
        assertThat(reads(rollout("1", RolloutState.FAILED, 3), running(0)))
                .as("it failed while nobody looked")
                .isEqualTo(2);
    }

    @Test
    void a_call_without_a_ticket_is_made_later_and_nothing_twice() {
        waits.put(Operation.DESCRIBE_TASKS, now.plusSeconds(3));
        Seen waiting = look(rollout("1", RolloutState.FAILED, 3), running(0));
        assertThat(waiting.again()).contains(now.plusSeconds(3));
        assertThat(waiting.memory().stopped()).isEmpty();

        waits.clear();
        Seen seen = look(rollout("1", RolloutState.FAILED, 3), running(0));

        assertThat(seen.memory().stopped()).hasSize(1);
        assertThat(ecs.calls()).containsExactly("ecs:ListTasks shop_web", "ecs:DescribeTasks (1)");
    }

    @Test
    void a_throttled_read_comes_again_and_a_denied_one_is_told_once() {
        refusals.put("ecs:ListTasks", new Refused(ErrorClass.THROTTLED, "ThrottlingException", "Rate exceeded"));
        Seen throttled = look(rollout("1", RolloutState.FAILED, 3), running(0));
        assertThat(throttled.again()).hasValueSatisfying(at -> assertThat(at).isAfter(now));
        assertThat(throttled.refused()).isEmpty();

        refusals.put("ecs:ListTasks", new Refused(ErrorClass.DENIED, "AccessDeniedException", "not authorized"));
        assertThat(look(rollout("1", RolloutState.FAILED, 3), running(0)).refused())
                .isPresent();
        assertThat(look(rollout("1", RolloutState.FAILED, 3), running(0)).refused())
                .isEmpty();
        assertThat(ecs.calls()).hasSize(2);
    }

    private int reads(Memory memory, Service service) {
        List<String> before = new ArrayList<>(ecs.calls());
        look(memory, service);
        return ecs.calls().size() - before.size();
    }

    private Seen look(Memory memory, Service service) {
        ServiceRef ref = new ServiceRef(DESIRED.scope(), "arn:cluster", "shop_web", "shop/web");
        Writes.Of calls = new Writes(new Waits(waits)).of(DESIRED.scope(), "shop/web");
        return stopped.look(DESIRED, told, memory, Optional.of(service), new TaskReads(ecs.aws(), calls, ref));
    }

    private static Service running(int count) {
        return Service.builder().desiredCount(2).runningCount(count).build();
    }

    private static Memory steady(String id) {
        return memory(new Rollout(
                "ecs-svc/" + id, "h", RolloutState.COMPLETED, SINCE.toString(), null, null, true, 2, null, null, null));
    }

    private static Memory rollout(String id, RolloutState state, int failedTasks) {
        return memory(new Rollout(
                "ecs-svc/" + id,
                "h",
                state,
                SINCE.toString(),
                failedTasks == 0 ? null : failedTasks,
                null,
                null,
                2,
                state == RolloutState.FAILED ? "h" : null,
                null,
                null));
    }

    private static Memory memory(Rollout rollout) {
        return Memory.of(null).withRollout(rollout);
    }
}

package dev.fargate.simulator.ecs.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.EcsEvent;
import dev.fargate.simulator.ecs.Pace;
import dev.fargate.simulator.ecs.stage.Stage;
import dev.fargate.simulator.ecs.wire.Request;
import dev.fargate.simulator.ecs.wire.Stamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Moves tasks through their states, in the order and with the conditions of
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html
 */
public final class Lifecycle {
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int SLOWNESS = 10;

    private final Stage stage;

    public Lifecycle(Stage stage) {
        this.stage = stage;
    }

    /** Starts a task and lets it go its way. */
    public Task start(Launch launch, TaskBook book, TaskOwner owner) {
        List<String> subnets = Request.texts(launch.network().path("subnets"));
        int address = stage.ids().address();
        String subnet = subnets.isEmpty() ? "" : subnets.get(address % subnets.size());
        String zone =
                subnet.isEmpty() ? "" : stage.around().zoneOf(launch.realm().itself(), subnet);
        Task task = new Task(stage.ids().hex32(), launch, subnet.intern(), zone, address, stage.now(), owner);
        Optional<String> service = Optional.of(launch.group())
                .filter(group -> group.startsWith("service:"))
                .map(group -> group.substring("service:".length()));
        task.fate = stage.misfortune()
                .nextStart(service)
                .<Fate>map(Fate.FailsToStart::new)
                .orElseGet(() -> ImageTags.fate(task.shape())
                        .orElseGet(() -> Commands.fate(task.shape().containers(), launch.overrides())));
        book.add(task);
        announce(task);
        after(stage.pace().provisioning(), task, () -> attach(task, book));
        return task;
    }

    /** Stops a task, once; whoever comes second changes nothing. */
    public void stop(Task task, TaskBook book, Stop stop) {
        if (!task.wanted()) {
            return;
        }
        boolean ran = task.running();
        task.stop = Optional.of(stop);
        task.stoppingAt = Optional.of(stage.now());
        Pace pace = stage.pace();
        if (ran && task.owner.balanced()) {
            move(task, TaskStatus.DEACTIVATING);
            after(pace.draining(), task, () -> end(task, book));
        } else if (ran) {
            end(task, book);
        } else {
            move(task, TaskStatus.DEPROVISIONING);
            after(pace.stopping().dividedBy(2), task, () -> finish(task, book));
        }
        task.owner.stopping(task);
    }

    private void attach(Task task, TaskBook book) {
        task.attachedAt = Optional.of(stage.now());
        move(task, TaskStatus.PENDING);
        Duration pending = stage.pace().pending();
        boolean slow = task.fate instanceof Fate.StartsSlowly;
        after(slow ? pending.multipliedBy(SLOWNESS) : pending, task, () -> begin(task, book));
    }

    private void begin(Task task, TaskBook book) {
        if (task.fate instanceof Fate.FailsToStart failure) {
            stop(task, book, Stop.failedToStart(failure.reason()));
            return;
        }
        task.startedAt = Optional.of(stage.now());
        move(task, TaskStatus.RUNNING);
        Duration healthy = stage.pace().healthy();
        switch (task.fate) {
            // It must end before anybody takes it for healthy.
            case Fate.Exits exit -> after(healthy.dividedBy(2), task, () -> stop(task, book, Stop.exited(exit)));
            case Fate.FailsContainerHealth failure -> after(healthy, task, () -> fail(task, book, failure));
            case Fate.FailsTargetHealth failure ->
                after(healthy.plus(task.owner.grace()), task, () -> fail(task, book, failure));
            case Fate.Runs runs -> after(healthy, task, () -> pass(task));
            case Fate.StartsSlowly slow -> after(healthy, task, () -> pass(task));
            case Fate.FailsToStart handled -> throw new IllegalStateException(handled.reason());
        }
        task.owner.running(task);
    }

    private void pass(Task task) {
        task.healthy = true;
        if (healthChecked(task)) {
            task.version++;
        }
        task.owner.healthy(task);
    }

    private void fail(Task task, TaskBook book, Fate fate) {
        task.unhealthy = fate instanceof Fate.FailsContainerHealth;
        task.version++;
        task.owner.unhealthy(task, fate).ifPresentOrElse(reason -> stop(task, book, Stop.byScheduler(reason)), () -> {
            if (fate instanceof Fate.FailsTargetHealth) {
                pass(task);
            }
        });
    }

    private void end(Task task, TaskBook book) {
        move(task, TaskStatus.STOPPING);
        Duration half = stage.pace().stopping().dividedBy(2);
        after(half, task, () -> {
            move(task, TaskStatus.DEPROVISIONING);
            after(half, task, () -> finish(task, book));
        });
    }

    private void finish(Task task, TaskBook book) {
        task.stoppedAt = Optional.of(stage.now());
        move(task, TaskStatus.STOPPED);
        stage.agenda().in(REMEMBERED, () -> book.remove(task));
        task.owner.stopped(task);
        // Nobody is told anything after this; a stopped task must not keep its deployment in memory.
        task.owner = TaskOwner.NOBODY;
    }

    static boolean healthChecked(Task task) {
        return task.shape().containers().stream().anyMatch(container -> container.healthChecked());
    }

    /** Runs a deed later, unless something else happened to the task meanwhile. */
    private void after(Duration delay, Task task, Runnable deed) {
        int version = task.version;
        stage.agenda().in(delay, () -> {
            if (task.version == version) {
                deed.run();
            }
        });
    }

    private void move(Task task, TaskStatus status) {
        task.status = status;
        task.version++;
        announce(task);
    }

    /** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html */
    private void announce(Task task) {
        ObjectNode detail = TaskView.of(task, Stamp.ISO);
        detail.set("updatedAt", Stamp.ISO.of(stage.now()));
        // The event has neither tags nor health:
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
        detail.remove(List.of("tags", "healthStatus"));
        stage.around()
                .emit(new EcsEvent(
                        "ECS Task State Change",
                        List.of(task.arn()),
                        detail,
                        stage.now(),
                        task.launch().realm().accountId(),
                        task.launch().realm().region()));
    }
}

package dev.fargate.simulator.ecs.task;

import dev.fargate.simulator.ecs.taskdefinition.TaskShape;
import dev.fargate.simulator.ecs.wire.Tags;
import java.time.Instant;
import java.util.Optional;

/** One task. Only {@link Lifecycle} moves it. */
public final class Task {
    private final String id;
    private final Launch launch;
    private final String subnet;
    private final String zone;
    private final int address;
    private final Instant createdAt;

    TaskOwner owner;
    Fate fate = new Fate.Runs();
    TaskStatus status = TaskStatus.PROVISIONING;
    boolean healthy;
    boolean unhealthy;
    Optional<Stop> stop = Optional.empty();
    Optional<Instant> attachedAt = Optional.empty();
    Optional<Instant> startedAt = Optional.empty();
    Optional<Instant> stoppingAt = Optional.empty();
    Optional<Instant> stoppedAt = Optional.empty();
    int version = 1;

    Task(String id, Launch launch, String subnet, String zone, int address, Instant createdAt, TaskOwner owner) {
        this.id = id;
        this.launch = launch;
        this.subnet = subnet;
        this.zone = zone;
        this.address = address;
        this.createdAt = createdAt;
        this.owner = owner;
    }

    public String id() {
        return id;
    }

    public String arn() {
        return launch.realm().arn("task/" + launch.cluster() + "/" + id);
    }

    public Launch launch() {
        return launch;
    }

    public TaskShape shape() {
        return launch.definition().shape();
    }

    public Tags tags() {
        return launch.tags();
    }

    public TaskStatus status() {
        return status;
    }

    /** Whether somebody still wants the task to run. */
    public boolean wanted() {
        return stop.isEmpty();
    }

    public boolean running() {
        return status == TaskStatus.RUNNING;
    }

    public boolean pending() {
        return status.compareTo(TaskStatus.RUNNING) < 0;
    }

    /** Whether the task runs and has passed its checks. */
    public boolean healthy() {
        return healthy && running();
    }

    /** Whether the task runs and does not answer its load balancer. */
    public boolean failsTargetHealth() {
        return fate instanceof Fate.FailsTargetHealth && running();
    }

    public Optional<Stop> stop() {
        return stop;
    }

    /** Whether the task ever ran. */
    public boolean started() {
        return startedAt.isPresent();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> stoppedAt() {
        return stoppedAt;
    }

    String subnet() {
        return subnet;
    }

    String zone() {
        return zone;
    }

    /** The private address: a number of its own in 10.0.0.0/8. */
    public String ip() {
        return "10." + (address >> 16 & 0xff) + "." + (address >> 8 & 0xff) + "." + (address & 0xff);
    }

    public String networkInterface() {
        return "eni-" + String.format("%017x", address);
    }

    String macAddress() {
        return String.format(
                "0a:00:%02x:%02x:%02x:%02x", address >>> 24, address >> 16 & 0xff, address >> 8 & 0xff, address & 0xff);
    }
}

package dev.fargate.simulator.ecs.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.EcsCall;
import dev.fargate.simulator.ecs.Pace;
import dev.fargate.simulator.ecs.cluster.Cluster;
import dev.fargate.simulator.ecs.service.Scheduler;
import dev.fargate.simulator.ecs.stage.Stage;
import dev.fargate.simulator.ecs.task.Lifecycle;
import dev.fargate.simulator.ecs.task.Stop;
import dev.fargate.simulator.ecs.task.Task;
import dev.fargate.simulator.ecs.wire.Realm;
import dev.fargate.simulator.ecs.wire.Request;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Commands by which a test plays somebody else, or fate. Each is an object with a member {@code command}; {@code
 * accountId}, {@code region} and {@code partition} say where, and are {@code 123456789012}, {@code us-east-1} and {@code
 * aws} if absent.
 *
 * <table>
 * <caption>Commands</caption>
 * <tr><td>{@code call}</td><td>{@code operation}, {@code body}: any operation, made by somebody else: a count, a network,
 *     a definition changed, a revision deregistered, a service deleted
 * <tr><td>{@code stop-tasks}</td><td>{@code cluster}, {@code task} or {@code service} (all its running tasks), {@code
 *     stopCode} (default UserInitiated), {@code reason}: also SpotInterruption and TerminationNotice
 * <tr><td>{@code remove-service}</td><td>{@code cluster}, {@code service}: gone at once, not even INACTIVE
 * <tr><td>{@code fail-starts}</td><td>{@code count} (default 1), {@code reason}, {@code service} (default any): the next
 *     starts fail
 * <tr><td>{@code capacity}</td><td>{@code available}: whether tasks can be placed at all
 * <tr><td>{@code fill-events}</td><td>{@code enabled}: every service shows 100 events, for the size of replies
 * <tr><td>{@code pace}</td><td>{@code rolloutMillis} for a whole rollout, or single {@code provisioningMillis}, {@code
 *     pendingMillis}, {@code healthyMillis}, {@code stoppingMillis}, {@code drainingMillis}; {@code visibilityMillis} for
 *     how long an own create may be MISSING
 * </table>
 */
public final class Controls {
    private final Stage stage;
    private final Lifecycle lifecycle;
    private final Scheduler scheduler;
    private final Function<Realm, Account> accounts;

    public Controls(Stage stage, Lifecycle lifecycle, Scheduler scheduler, Function<Realm, Account> accounts) {
        this.stage = stage;
        this.lifecycle = lifecycle;
        this.scheduler = scheduler;
        this.accounts = accounts;
    }

    /** Does what a command says; an unknown one is refused. */
    public void carryOut(ObjectNode command) {
        Request request = new Request(new EcsCall(
                command.path("command").asText(),
                command,
                command.path("accountId").asText("123456789012"),
                command.path("region").asText("us-east-1"),
                command.path("partition").asText("aws")));
        switch (request.call().operation()) {
            case "call" -> call(request);
            case "stop-tasks" -> stopTasks(request);
            case "remove-service" -> removeService(request);
            case "fail-starts" ->
                stage.misfortune()
                        .failStarts(
                                request.text("service"),
                                request.integer("count").orElse(1),
                                request.text("reason", "CannotStartContainerError: asked for by the test"));
            case "capacity" -> stage.misfortune().capacityGone(!request.flag("available"));
            case "fill-events" -> stage.misfortune().eventsFull(request.flag("enabled"));
            case "pace" -> stage.pace(pace(request, stage.pace()));
            default ->
                throw AwsFault.invalidParameter(
                        "There is no command '" + request.call().operation() + "'; see the documentation of Controls.");
        }
    }

    private void call(Request request) {
        ObjectNode body =
                request.at("body") instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
        EcsCall here = request.call();
        EcsCall there =
                new EcsCall(request.text("operation", ""), body, here.accountId(), here.region(), here.partition());
        accounts.apply(request.realm()).call(new Request(there));
    }

    private void stopTasks(Request request) {
        Cluster cluster = cluster(request);
        Stop stop =
                Stop.told(request.text("stopCode", "UserInitiated"), request.text("reason", "Task stopped by user"));
        List<Task> tasks = request.text("task")
                .map(id -> cluster.tasks().find(id).stream())
                .orElseGet(() -> cluster.tasks()
                        .all()
                        .filter(task -> task.launch().group().equals("service:" + request.text("service", ""))))
                .toList();
        tasks.forEach(task -> lifecycle.stop(task, cluster.tasks(), stop));
    }

    private void removeService(Request request) {
        Cluster cluster = cluster(request);
        cluster.services()
                .find(request.text("service", ""))
                .ifPresent(service -> scheduler.remove(service, cluster.services()));
    }

    private Cluster cluster(Request request) {
        return accounts.apply(request.realm()).estate().of(request);
    }

    private static Pace pace(Request request, Pace now) {
        Pace base = request.integer("rolloutMillis").isPresent()
                ? Pace.ofRollout(millis(request, "rolloutMillis", Duration.ZERO))
                        .withVisibility(now.visibility())
                : now;
        return new Pace(
                millis(request, "provisioningMillis", base.provisioning()),
                millis(request, "pendingMillis", base.pending()),
                millis(request, "healthyMillis", base.healthy()),
                millis(request, "stoppingMillis", base.stopping()),
                millis(request, "drainingMillis", base.draining()),
                millis(request, "visibilityMillis", base.visibility()));
    }

    private static Duration millis(Request request, String member, Duration otherwise) {
        return request.has(member) ? Duration.ofMillis(request.at(member).asLong()) : otherwise;
    }
}

package dev.fargate.testing;

import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus.Phase;
import dev.fargate.engine.Conditions;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The FargateTasks of a world, and the tasks that ECS has of them. */
public record Runs(World world) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public Optional<FargateTask> find(String namespace, String name) {
        return Optional.ofNullable(world.kubernetes()
                .resources(FargateTask.class)
                .inNamespace(namespace)
                .withName(name)
                .get());
    }

    public FargateTask await(String namespace, String name, Phase phase) {
        return await(
                namespace,
                name,
                phase.name(),
                task -> task.getStatus() != null && task.getStatus().phase() == phase);
    }

    /** Waits until ECS has answered: a run is Running as soon as it is on record that it is to be started. */
    public FargateTask awaitStarted(String namespace, String name) {
        return await(
                namespace,
                name,
                "started",
                task -> task.getStatus() != null
                        && task.getStatus().launches().stream()
                                .anyMatch(launch -> !launch.tasks().isEmpty()));
    }

    /** Waits until a run is Ready, or not, for this reason. */
    public FargateTask awaitReason(String namespace, String name, String reason) {
        return await(namespace, name, reason, task -> condition(task, Conditions.READY)
                .filter(ready -> reason.equals(ready.getReason()))
                .isPresent());
    }

    /** Waits until a run is as described; if it never is, its status tells how far it came. */
    public FargateTask await(String namespace, String name, String description, Predicate<FargateTask> wanted) {
        try {
            return Awaitility.await(namespace + "/" + name + " to be " + description)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> find(namespace, name).filter(wanted), Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "%s/%s is not %s: %s"
                            .formatted(
                                    namespace,
                                    name,
                                    description,
                                    find(namespace, name)
                                            .map(task -> Serialization.asYaml(task.getStatus()))
                                            .orElse("it does not exist")),
                    e);
        }
    }

    public void delete(String namespace, String name) {
        world.kubernetes()
                .resources(FargateTask.class)
                .inNamespace(namespace)
                .withName(name)
                .delete();
    }

    public void awaitGone(String namespace, String name) {
        world.until(namespace + "/" + name + " to be gone", () -> find(namespace, name)
                .isEmpty());
    }

    public static Optional<Condition> condition(FargateTask task, String type) {
        return task.getStatus() == null
                ? Optional.empty()
                : Conditions.find(task.getStatus().conditions(), type);
    }

    /** AWS takes a Spot task away. */
    public void interrupt(String cluster, String task) {
        world.ecs().command("""
                {"command": "stop-tasks", "cluster": "%s", "task": "%s", "stopCode": "SpotInterruption",
                 "reason": "Your Spot Task was interrupted."}""".formatted(cluster, task));
    }
}

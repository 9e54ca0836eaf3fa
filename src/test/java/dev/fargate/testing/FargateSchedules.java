package dev.fargate.testing;

import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.api.FargateTask;
import dev.fargate.engine.Conditions;
import dev.fargate.simulator.journal.CallRecord;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The FargateSchedules of a world, their runs, and what EventBridge Scheduler is asked for them. */
public record FargateSchedules(World world) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public Optional<FargateSchedule> find(String namespace, String name) {
        return Optional.ofNullable(world.kubernetes()
                .resources(FargateSchedule.class)
                .inNamespace(namespace)
                .withName(name)
                .get());
    }

    /** Waits until a schedule's present generation is Ready, or not, for this reason. */
    public FargateSchedule awaitReason(String namespace, String name, String reason) {
        return await(namespace, name, reason, schedule -> Conditions.find(
                        schedule.getStatus().conditions(), Conditions.READY)
                .filter(ready -> reason.equals(ready.getReason()))
                .filter(ready -> schedule.getMetadata().getGeneration().equals(ready.getObservedGeneration()))
                .isPresent());
    }

    /** Waits until a schedule with a status is as described; if it never is, its status tells how far it came. */
    public FargateSchedule await(String namespace, String name, String description, Predicate<FargateSchedule> wanted) {
        try {
            return Awaitility.await(namespace + "/" + name + " to be " + description)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(
                            () -> find(namespace, name)
                                    .filter(schedule -> schedule.getStatus() != null)
                                    .filter(wanted),
                            Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            FargateScheduleStatus status =
                    find(namespace, name).map(FargateSchedule::getStatus).orElse(null);
            throw new AssertionError(
                    "%s/%s is not %s: %s".formatted(namespace, name, description, Serialization.asYaml(status)), e);
        }
    }

    public List<FargateTask> runs(String namespace) {
        return world.kubernetes()
                .resources(FargateTask.class)
                .inNamespace(namespace)
                .list()
                .getItems();
    }

    /** How often a call of EventBridge Scheduler or IAM was made that names something. */
    public long calls(String service, String operation, String mentioned) {
        return requests(service, operation, mentioned).size();
    }

    public List<String> requests(String service, String operation, String mentioned) {
        return world.aws().requests(service, operation).stream()
                .map(CallRecord::request)
                .filter(request -> request.contains(mentioned))
                .toList();
    }

    public void delete(String namespace, String name) {
        world.kubernetes()
                .resources(FargateSchedule.class)
                .inNamespace(namespace)
                .withName(name)
                .delete();
    }

    public void awaitGone(String namespace, String name) {
        world.until(namespace + "/" + name + " to be gone", () -> find(namespace, name)
                .isEmpty());
    }
}

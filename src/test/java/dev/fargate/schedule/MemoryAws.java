package dev.fargate.schedule;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Identity;
import dev.fargate.aws.TaskDefinitions;
import dev.fargate.aws.Tasks;
import dev.fargate.plans.MemoryRoles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/** An account that remembers revisions, tasks, schedules and roles, and notes the calls that change something. */
final class MemoryAws implements TaskDefinitions, Tasks {
    private static final String ARN = "arn:aws:ecs:eu-west-1:123456789012:";

    private final List<String> calls = new ArrayList<>();
    private final MemoryScheduler scheduler = new MemoryScheduler(calls);
    private final MemoryRoles roles = new MemoryRoles(calls);
    private final List<Task> tasks = new ArrayList<>();
    private final Set<String> active = new HashSet<>();
    private int revisions;
    private int reads;

    Aws aws() {
        return new Aws(
                () -> new Identity.Caller("123456789012", "aws"),
                null,
                this,
                null,
                this,
                null,
                null,
                (group, retention, tags) -> {},
                null,
                null,
                scheduler.groups(),
                scheduler.schedules(),
                roles,
                null,
                null,
                null,
                null);
    }

    MemoryScheduler scheduler() {
        return scheduler;
    }

    List<String> takeCalls() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    /** Calls that list or describe tasks. */
    int reads() {
        return reads;
    }

    /** What is left in the account. */
    List<String> listing() {
        return Stream.concat(scheduler.listing(), roles.listing().stream()).toList();
    }

    void put(Task task) {
        tasks.removeIf(known -> known.taskArn().equals(task.taskArn()));
        tasks.add(task);
    }

    void forget() {
        tasks.clear();
    }

    @Override
    public TaskDefinition register(RegisterTaskDefinitionRequest request) {
        String arn = ARN + "task-definition/%s:%d".formatted(request.family(), ++revisions);
        calls.add("RegisterTaskDefinition " + request.family());
        active.add(arn);
        return TaskDefinition.builder().taskDefinitionArn(arn).build();
    }

    @Override
    public Optional<Revision> describe(String familyOrArn) {
        return active.contains(familyOrArn)
                ? Optional.of(new Revision(
                        TaskDefinition.builder()
                                .taskDefinitionArn(familyOrArn)
                                .status(TaskDefinitionStatus.ACTIVE)
                                .build(),
                        Map.of()))
                : Optional.empty();
    }

    /** Somebody deregisters all there is. */
    void deregisterAll() {
        active.clear();
    }

    @Override
    public void deregister(String arn) {
        active.remove(arn);
        calls.add("DeregisterTaskDefinition " + arn.substring(arn.lastIndexOf('/') + 1));
    }

    @Override
    public void listActive(Consumer<String> arns) {
        throw new IllegalStateException("a turn lists no revisions");
    }

    @Override
    public Started run(RunTaskRequest request) {
        throw new IllegalStateException("a schedule runs no tasks");
    }

    @Override
    public Task stop(String clusterArn, String task, String reason) {
        throw new IllegalStateException("a schedule stops no tasks");
    }

    @Override
    public List<String> stopped(String clusterArn, String service) {
        throw new IllegalStateException("a schedule has no service");
    }

    @Override
    public List<String> startedBy(String clusterArn, String startedBy) {
        reads++;
        return tasks.stream()
                .filter(task -> !"STOPPED".equals(task.lastStatus()))
                .map(Task::taskArn)
                .toList();
    }

    @Override
    public List<String> stoppedOfFamily(String clusterArn, String family) {
        reads++;
        return tasks.stream()
                .filter(task -> "STOPPED".equals(task.lastStatus()))
                .map(Task::taskArn)
                .toList();
    }

    @Override
    public Described describe(String clusterArn, List<String> asked) {
        reads++;
        return new Described(
                tasks.stream().filter(task -> asked.contains(task.taskArn())).toList(), Set.of());
    }
}

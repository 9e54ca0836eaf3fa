package dev.fargate.task;

import dev.fargate.api.FargateTaskStatus.LaunchedContainer;
import dev.fargate.api.TaskAttempt.AttemptedContainer;
import dev.fargate.diagnosis.TaskFacts;
import dev.fargate.ending.Circumstances;
import dev.fargate.ending.EndedTask;
import dev.fargate.preflight.Reports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Task;

/**
 * The containers of a run's tasks, as they were when it began.
 *
 * @param members those that are not essential or have a log group; the others are as every container is
 * @param facts what a diagnosis may name; none while the environment cannot be used, or once another revision is asked for
 */
record Crew(List<LaunchedContainer> members, TaskFacts facts) {
    private static final String GROUP = "awslogs-group";
    private static final String PREFIX = "awslogs-stream-prefix";

    Crew {
        members = List.copyOf(members);
    }

    /** Of what the run began with, whatever its task definition has become since. */
    static Crew of(RunMemory memory, Optional<DesiredRun> desired) {
        Optional<DesiredRun> asBegun = desired.filter(run -> run.source().isOf(memory.revisions()));
        return new Crew(
                memory.crew().isEmpty() ? of(asBegun.flatMap(run -> run.source().content())) : memory.crew(),
                asBegun.map(run -> Circumstances.of(
                                        run.source().content(), run.template().networkConfiguration())
                                .finding(Reports.known(memory.preflight())))
                        .orElse(TaskFacts.NONE));
    }

    /** Of what would be begun now. */
    static Crew of(DesiredRun desired) {
        return new Crew(
                of(desired.source().content()),
                Circumstances.of(desired.source().content(), desired.template().networkConfiguration()));
    }

    /** What is put on record with the revision; nothing of one that is given by ARN, of which every container counts. */
    static List<LaunchedContainer> of(Optional<RegisterTaskDefinitionRequest> content) {
        return content.stream()
                .flatMap(request -> request.containerDefinitions().stream())
                .map(Crew::member)
                .filter(member -> member.essential() != null || member.logGroup() != null)
                .toList();
    }

    private static LaunchedContainer member(ContainerDefinition container) {
        Map<String, String> logs = container.logConfiguration() == null
                ? Map.of()
                : container.logConfiguration().options();
        return new LaunchedContainer(
                container.name(),
                Boolean.FALSE.equals(container.essential()) ? false : null,
                logs.get(GROUP),
                logs.containsKey(GROUP) ? logs.get(PREFIX) : null);
    }

    /** Whether its end says something of the task's. */
    boolean counts(String container) {
        return find(container).map(LaunchedContainer::essential).orElse(true);
    }

    /** Those that ended, first the one that it most likely lies with. */
    List<AttemptedContainer> ended(Task task) {
        return EndedTask.containers(task).stream()
                .map(container -> new AttemptedContainer(
                        container.name(),
                        container.exitCode(),
                        container.reason(),
                        find(container.name()).map(LaunchedContainer::logGroup).orElse(null),
                        stream(container.name(), Judge.id(task))))
                .toList();
    }

    /** ECS Developer Guide, "awslogs-stream-prefix": prefix-name/container-name/ecs-task-id. */
    private String stream(String container, String task) {
        return find(container)
                .map(LaunchedContainer::logStreamPrefix)
                .map(prefix -> "%s/%s/%s".formatted(prefix, container, task))
                .orElse(null);
    }

    private Optional<LaunchedContainer> find(String container) {
        return members.stream()
                .filter(member -> container.equals(member.name()))
                .findFirst();
    }
}

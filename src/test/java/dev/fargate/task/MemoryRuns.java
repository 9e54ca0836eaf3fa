package dev.fargate.task;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Identity;
import dev.fargate.aws.TaskDefinitions;
import dev.fargate.aws.Tasks;
import dev.fargate.aws.errors.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** ECS for one turn of one run: every call is noted, and answered at once or refused. */
final class MemoryRuns implements Tasks, TaskDefinitions {
    private static final String ARN = "arn:aws:ecs:eu-west-1:123456789012:";

    private final List<Task> known;
    private final Replies replies;
    private final List<String> calls = new ArrayList<>();
    private int started;

    MemoryRuns(List<Task> known, Replies replies) {
        this.known = List.copyOf(known);
        this.replies = replies;
    }

    /**
     * What AWS says otherwise than yes.
     *
     * @param refused by operation
     * @param unplaced how many tasks each RunTask cannot start, and why
     */
    record Replies(Map<String, Refused> refused, NotStarted unplaced) {
        static final Replies NONE = new Replies(Map.of(), null);

        Replies {
            refused = refused == null ? Map.of() : Map.copyOf(refused);
        }
    }

    record NotStarted(int tasks, String reason) {}

    /** How AWS refuses a call. */
    record Refused(ErrorClass errorClass, String code, String message) {}

    Aws aws() {
        return new Aws(
                () -> new Identity.Caller("123456789012", "aws"),
                null,
                this,
                null,
                this,
                null,
                null,
                (group, retention, tags) -> calls.add("logs:CreateLogGroup " + group),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Started run(RunTaskRequest request) {
        return answer("ecs:RunTask", request.count() + " of " + request.taskDefinition(), () -> {
            int unplaced =
                    replies.unplaced() == null ? 0 : Math.min(replies.unplaced().tasks(), request.count());
            return new Started(
                    IntStream.range(unplaced, request.count())
                            .mapToObj(i -> ARN + "task/production/new%d".formatted(++started))
                            .toList(),
                    IntStream.range(0, unplaced)
                            .mapToObj(i -> Placement.of(replies.unplaced().reason(), null))
                            .toList());
        });
    }

    @Override
    public Task stop(String clusterArn, String task, String reason) {
        return answer("ecs:StopTask", task + " " + reason, () -> Task.builder()
                .taskArn(ARN + "task/production/" + task)
                .desiredStatus("STOPPED")
                .build());
    }

    @Override
    public List<String> stopped(String clusterArn, String service) {
        throw new IllegalStateException("a run has no service");
    }

    @Override
    public List<String> startedBy(String clusterArn, String startedBy) {
        return answer("ecs:ListTasks", "startedBy", () -> arns(startedBy));
    }

    @Override
    public List<String> stoppedOfFamily(String clusterArn, String family) {
        return answer("ecs:ListTasks", "STOPPED of " + family, List::of);
    }

    private List<String> arns(String startedBy) {
        return known.stream()
                .filter(task -> startedBy.equals(task.startedBy()))
                .map(Task::taskArn)
                .toList();
    }

    @Override
    public Described describe(String clusterArn, List<String> tasks) {
        return answer("ecs:DescribeTasks", "(" + tasks.size() + ")", () -> new Described(known, Set.of()));
    }

    @Override
    public TaskDefinition register(RegisterTaskDefinitionRequest request) {
        return answer("ecs:RegisterTaskDefinition", request.family(), () -> TaskDefinition.builder()
                .taskDefinitionArn(ARN + "task-definition/" + request.family() + ":1")
                .build());
    }

    @Override
    public Optional<Revision> describe(String familyOrArn) {
        return answer("ecs:DescribeTaskDefinition", familyOrArn, Optional::empty);
    }

    @Override
    public void listActive(Consumer<String> arns) {
        throw new IllegalStateException("a turn lists no revisions");
    }

    @Override
    public void deregister(String arn) {
        answer("ecs:DeregisterTaskDefinition", arn, () -> true);
    }

    private <T> T answer(String operation, String what, Supplier<T> reply) {
        calls.add(operation + " " + what);
        Refused refused = replies.refused().get(operation);
        if (refused != null) {
            throw new AwsException(refused.errorClass(), operation, refused.code(), refused.message(), null);
        }
        return reply.get();
    }
}

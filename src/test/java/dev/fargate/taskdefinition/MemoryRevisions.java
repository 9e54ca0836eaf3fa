package dev.fargate.taskdefinition;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Identity;
import dev.fargate.aws.Tags;
import dev.fargate.aws.TaskDefinitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** The revisions of an account for one turn: every call is noted, and answered at once or refused. */
final class MemoryRevisions implements TaskDefinitions, Tags {
    private static final String REVISION = "arn:aws:ecs:eu-west-1:123456789012:task-definition/%s:9";

    private final Optional<Revision> newest;
    private final Map<String, Refused> refusals;
    private final List<String> calls = new ArrayList<>();

    /**
     * An account with one family.
     *
     * @param newest what there is to see of it
     */
    MemoryRevisions(Optional<Revision> newest, Map<String, Refused> refusals) {
        this.newest = newest;
        this.refusals = refusals;
    }

    /** How AWS refuses a call. */
    record Refused(ErrorClass errorClass, String code, String message) {}

    Aws aws() {
        return new Aws(
                () -> new Identity.Caller("123456789012", "aws"),
                null,
                this,
                null,
                null,
                this,
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

    /** The calls that were made, in order. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public TaskDefinition register(RegisterTaskDefinitionRequest request) {
        return answer("ecs:RegisterTaskDefinition", request.family(), () -> TaskDefinition.builder()
                .taskDefinitionArn(REVISION.formatted(request.family()))
                .build());
    }

    @Override
    public Optional<Revision> describe(String familyOrArn) {
        return answer("ecs:DescribeTaskDefinition", familyOrArn, () -> newest);
    }

    @Override
    public void deregister(String arn) {
        answer("ecs:DeregisterTaskDefinition", arn, () -> true);
    }

    @Override
    public void listActive(Consumer<String> arns) {
        throw new IllegalStateException("a turn lists nothing");
    }

    @Override
    public void tag(String arn, Map<String, String> tags) {
        answer("ecs:TagResource", arn, () -> true);
    }

    @Override
    public void untag(String arn, Set<String> keys) {
        answer("ecs:UntagResource", arn, () -> true);
    }

    private <T> T answer(String operation, String what, Supplier<T> reply) {
        calls.add(operation + " " + what);
        Refused refused = refusals.get(operation);
        if (refused != null) {
            throw new AwsException(refused.errorClass(), operation, refused.code(), refused.message(), null);
        }
        return reply.get();
    }
}

package dev.fargate.simulator.ecs.task;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Client tokens of RunTask: they live for 24 hours, or until an hour after the task if that is less.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html
 */
final class RunTokens {
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);
    private static final Duration AFTER_TASK = Duration.ofHours(1);

    private record Use(ObjectNode request, List<Task> tasks, Instant at) {}

    private final Stage stage;
    private final Map<String, Use> uses = new HashMap<>();

    RunTokens(Stage stage) {
        this.stage = stage;
    }

    /** The tasks that this very request has started already. */
    Optional<List<Task>> earlier(String token, ObjectNode request) {
        Use use = uses.get(token);
        if (use == null || expired(use)) {
            return Optional.empty();
        }
        if (use.request().equals(request)) {
            return Optional.of(use.tasks());
        }
        ObjectNode extra = JsonNodeFactory.instance.objectNode();
        ArrayNode ids = extra.putArray("resourceIds");
        use.tasks().forEach(task -> ids.add(task.arn()));
        throw new AwsFault(
                400,
                "ConflictException",
                "The RunTask request could not be processed due to conflicts. The provided clientToken is already in"
                        + " use with a different RunTask request.",
                extra);
    }

    void remember(String token, ObjectNode request, List<Task> tasks) {
        uses.put(token, new Use(request.deepCopy(), List.copyOf(tasks), stage.now()));
    }

    private boolean expired(Use use) {
        if (stage.now().isAfter(use.at().plus(LONGEST_LIFE))) {
            return true;
        }
        return use.tasks().stream().allMatch(task -> task.stoppedAt()
                .filter(at -> stage.now().isAfter(at.plus(AFTER_TASK)))
                .isPresent());
    }
}

package dev.fargate.service;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.Ticket;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.Writes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.Task;

/** The calls that tell of one service's stopped tasks; each waits for its ticket, and no thread does. */
record TaskReads(Aws aws, Writes.Of calls, ServiceRef ref) {

    /**
     * ListTasks, then DescribeTasks.
     *
     * @param known what ListTasks named before, if DescribeTasks had to wait
     * @param listed is told what ListTasks names
     */
    Attempt<List<Task>> stopped(Optional<List<String>> known, Consumer<List<String>> listed) {
        Attempt<List<String>> arns =
                known.<Attempt<List<String>>>map(Attempt.Done::new).orElseGet(this::list);
        return switch (arns) {
            case Attempt.Later<List<String>> later -> new Attempt.Later<>(later.until());
            case Attempt.Refused<List<String>> refused -> new Attempt.Refused<>(refused.error());
            case Attempt.Done<List<String>> done when done.reply().isEmpty() -> new Attempt.Done<>(List.of());
            case Attempt.Done<List<String>> done -> {
                listed.accept(done.reply());
                yield calls.make(Operation.DESCRIBE_TASKS, Ticket.Priority.UPDATE, () -> aws.tasks()
                        .describe(ref.clusterArn(), done.reply())
                        .tasks());
            }
        };
    }

    private Attempt<List<String>> list() {
        return calls.make(Operation.LIST_TASKS, Ticket.Priority.UPDATE, () -> aws.tasks()
                .stopped(ref.clusterArn(), ref.service()));
    }
}

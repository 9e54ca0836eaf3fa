package dev.fargate.simulator.ecs.task;

import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.wire.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which tasks ListTasks shows.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html: RUNNING ones by default, and
 * {@code startedBy} "must be the only filter that you use".
 */
record TaskFilter(
        Optional<String> family,
        Optional<String> service,
        Optional<String> startedBy,
        boolean stopped,
        Optional<String> launchType)
        implements Predicate<Task> {

    static TaskFilter of(Request request, TaskHome home) {
        String status = request.text("desiredStatus", "RUNNING");
        boolean others = List.of("family", "serviceName", "containerInstance", "launchType").stream()
                        .anyMatch(request::has)
                || status.equals("STOPPED");
        if (request.has("startedBy") && others) {
            // Our wording.
            throw AwsFault.invalidParameter("startedBy cannot be used together with another filter.");
        }
        Optional<String> service = request.text("serviceName").map(name -> name.substring(name.lastIndexOf('/') + 1));
        if (service.filter(home.hasService().negate()).isPresent()) {
            throw new AwsFault(400, "ServiceNotFoundException", "Service not found.");
        }
        return new TaskFilter(
                request.text("family"),
                service,
                request.text("startedBy"),
                status.equals("STOPPED"),
                request.text("launchType"));
    }

    @Override
    public boolean test(Task task) {
        Launch launch = task.launch();
        return task.wanted() != stopped
                && family.filter(name -> !name.equals(launch.definition().family()))
                        .isEmpty()
                && service.filter(name -> !launch.group().equals("service:" + name))
                        .isEmpty()
                && startedBy
                        .filter(by -> !launch.startedBy().equals(Optional.of(by)))
                        .isEmpty()
                && launchType.filter(type -> !type.equals("FARGATE")).isEmpty();
    }
}

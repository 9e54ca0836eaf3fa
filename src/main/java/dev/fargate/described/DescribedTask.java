package dev.fargate.described;

import static dev.fargate.described.Descriptions.elements;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.diagnosis.Ending;
import dev.fargate.diagnosis.Ending.Exit;
import dev.fargate.diagnosis.TaskFacts;
import dev.fargate.taskdefinition.FargateSize;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A task as DescribeTasks or EventBridge tells it (ECS API reference, "Task"). */
final class DescribedTask {
    private static final String ARCHITECTURE = "ecs.cpu-architecture";

    private DescribedTask() {}

    /** None while it runs. */
    static Stream<Described> of(JsonNode task) {
        boolean stops = !text(task, "stoppedReason").isEmpty()
                || !text(task, "stopCode").isEmpty()
                || text(task, "lastStatus").equals("STOPPED");
        return stops
                ? Stream.of(new Described("task " + id(text(task, "taskArn")), at(task), ending(task), facts(task)))
                : Stream.of();
    }

    private static Ending ending(JsonNode task) {
        return new Ending(
                text(task, "stopCode"),
                text(task, "stoppedReason"),
                text(task, "startedBy"),
                elements(task.path("containers"))
                        .map(container -> new Exit(
                                text(container, "name"),
                                text(container, "image"),
                                number(container.path("exitCode")),
                                text(container, "reason")))
                        .toList());
    }

    private static TaskFacts facts(JsonNode task) {
        OptionalInt cpu = number(task.path("cpu"));
        OptionalInt memory = number(task.path("memory"));
        return new TaskFacts(
                new TaskFacts.Size(
                        memory,
                        cpu.isEmpty() || memory.isEmpty()
                                ? ""
                                : FargateSize.larger(cpu.getAsInt(), memory.getAsInt())
                                        .orElse(""),
                        number(task.path("ephemeralStorage").path("sizeInGiB")),
                        named(task.path("attributes"), ARCHITECTURE).toUpperCase(Locale.ROOT)),
                new TaskFacts.Roles(
                        text(task.path("overrides"), "executionRoleArn"), text(task.path("overrides"), "taskRoleArn")),
                new TaskFacts.Network(subnets(task), List.of(), false),
                elements(task.path("containers"))
                        .map(container -> new TaskFacts.Container(
                                text(container, "name"),
                                true,
                                number(container.path("memory")),
                                "",
                                isChecked(container)))
                        .toList(),
                List.of());
    }

    private static boolean isChecked(JsonNode container) {
        String health = text(container, "healthStatus");
        return !health.isEmpty() && !health.equals("UNKNOWN");
    }

    private static List<String> subnets(JsonNode task) {
        return elements(task.path("attachments"))
                .map(attachment -> named(attachment.path("details"), "subnetId"))
                .filter(subnet -> !subnet.isEmpty())
                .toList();
    }

    private static String named(JsonNode pairs, String name) {
        return elements(pairs)
                .filter(pair -> text(pair, "name").equals(name))
                .map(pair -> text(pair, "value"))
                .findFirst()
                .orElse("");
    }

    private static String at(JsonNode task) {
        return Stream.of("stoppingAt", "stoppedAt", "executionStoppedAt")
                .map(field -> Descriptions.time(task.path(field)))
                .filter(time -> !time.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static OptionalInt number(JsonNode node) {
        String digits = node.asText("");
        return digits.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static String id(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}

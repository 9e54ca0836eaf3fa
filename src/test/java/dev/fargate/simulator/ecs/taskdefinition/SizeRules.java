package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.AwsFault;

/**
 * What containers take of their task.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_memory
 */
final class SizeRules {
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html: Docker needs 6 MiB.
    private static final int LEAST_MEMORY = 6;

    private SizeRules() {}

    static void check(JsonNode body) {
        int taskCpu = FargateSize.cpuUnits(body.path("cpu").asText());
        int taskMemory = FargateSize.memoryMiB(body.path("memory").asText());
        long cpu = 0;
        long reserved = 0;
        for (JsonNode container : body.path("containerDefinitions")) {
            cpu += container.path("cpu").asInt();
            int memory = container.path("memory").asInt();
            int reservation = container.path("memoryReservation").asInt();
            reserved += reservation > 0 ? reservation : memory;
            checkOne(container, memory, reservation, taskMemory);
        }
        if (cpu > taskCpu) {
            throw AwsFault.client(
                    "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.");
        }
        if (reserved > taskMemory) {
            // Our wording, after AWS's for cpu.
            throw AwsFault.client(
                    "The sum of all container 'memory' values cannot be greater than the value of the task 'memory'.");
        }
    }

    private static void checkOne(JsonNode container, int memory, int reservation, int taskMemory) {
        String subject =
                "Invalid setting for container '" + container.path("name").asText() + "'. ";
        if (container.hasNonNull("memory") && memory < LEAST_MEMORY) {
            throw AwsFault.client(subject + "'memory' must be at least " + LEAST_MEMORY + ".");
        }
        if (memory > taskMemory || reservation > taskMemory) {
            throw AwsFault.client(subject + "'memory' must be less than or equal to the task 'memory'.");
        }
        if (memory > 0 && reservation > memory) {
            throw AwsFault.client(subject + "'memoryReservation' must be less than or equal to 'memory'.");
        }
    }
}

package dev.fargate.rightsize;

import java.util.List;
import java.util.function.ToIntFunction;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/** What the containers ask of a task for themselves: a size with less could not be registered (ECS API reference, ContainerDefinition). */
record Limits(int cpuUnits, int memoryMib) {

    static Limits of(List<ContainerDefinition> containers) {
        int largest = containers.stream()
                .mapToInt(container -> orZero(container.memory()))
                .max()
                .orElse(0);
        return new Limits(
                sum(containers, container -> orZero(container.cpu())),
                Math.max(largest, sum(containers, Limits::reserved)));
    }

    /** A container without a reservation reserves its limit. */
    private static int reserved(ContainerDefinition container) {
        return container.memoryReservation() == null ? orZero(container.memory()) : container.memoryReservation();
    }

    private static int sum(List<ContainerDefinition> containers, ToIntFunction<ContainerDefinition> part) {
        return containers.stream().mapToInt(part).sum();
    }

    private static int orZero(Integer amount) {
        return amount == null ? 0 : amount;
    }
}

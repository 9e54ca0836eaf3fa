package dev.fargate.aws;

import java.util.List;

/**
 * What the busiest task of a service used, in percent of what a task has: the highest value of each hour in which there was one.
 *
 * @param cpu of the task's CPU units
 * @param memory of the task's memory
 */
public record Utilisation(List<Double> cpu, List<Double> memory) {
    public Utilisation {
        cpu = List.copyOf(cpu);
        memory = List.copyOf(memory);
    }

    /** Hours of which both are known. */
    public int hours() {
        return Math.min(cpu.size(), memory.size());
    }
}

package dev.fargate.rightsize;

import dev.fargate.api.RightSize.Used;
import dev.fargate.aws.Utilisation;
import dev.fargate.taskdefinition.FargateSize.Size;
import java.util.List;

/**
 * The least CPU and memory that leave a fifth free at the peaks. A task that lacks CPU becomes slow, one that lacks memory dies: so of CPU
 * the highest hundredth of the hours does not count, of memory each does.
 */
record Need(int cpuUnits, int memoryMib) {
    private static final double FULL = 0.8;
    private static final double CPU_PERCENTILE = 0.99;
    private static final double HIGHEST = 1;
    private static final double PERCENT = 100;

    static Need of(Tasks tasks, Used used) {
        int cpu = needed(tasks.task().cpuUnits(), used.cpuPercent());
        return new Need(
                Math.max(
                        tasks.limits().cpuUnits(),
                        tasks.counted() ? cpu : Math.max(cpu, tasks.task().cpuUnits())),
                Math.max(tasks.limits().memoryMib(), needed(tasks.task().memoryMib(), used.memoryPercent())));
    }

    /** The peaks. */
    static Used used(Utilisation utilisation) {
        return new Used(
                ceiled(percentile(utilisation.cpu(), CPU_PERCENTILE)),
                ceiled(percentile(utilisation.memory(), HIGHEST)),
                utilisation.hours());
    }

    boolean isMetBy(Size size) {
        return size.cpuUnits() >= cpuUnits && size.memoryMib() >= memoryMib;
    }

    private static int needed(int had, int percent) {
        return ceiled(had * percent / PERCENT / FULL);
    }

    private static double percentile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(ceiled(share * sorted.size()) - 1);
    }

    private static int ceiled(double value) {
        return (int) Math.ceil(value);
    }
}

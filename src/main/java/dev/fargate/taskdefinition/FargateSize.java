package dev.fargate.taskdefinition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sizes that Fargate offers for Linux tasks (ECS Developer Guide, "Task CPU and memory"). */
public final class FargateSize {
    private static final Map<Integer, List<Integer>> MEMORY_MIB_BY_CPU_UNITS = new TreeMap<>(Map.of(
            256, List.of(512, 1024, 2048),
            512, steps(1024, 4096, 1024),
            1024, steps(2048, 8192, 1024),
            2048, steps(4096, 16384, 1024),
            4096, steps(8192, 30720, 1024),
            8192, steps(16384, 61440, 4096),
            16384, steps(32768, 122880, 8192)));

    private FargateSize() {}

    /** One of them. */
    public record Size(int cpuUnits, int memoryMib) {}

    /** All, those with less CPU first, and of the same CPU those with less memory. */
    public static Stream<Size> all() {
        return MEMORY_MIB_BY_CPU_UNITS.entrySet().stream()
                .flatMap(row -> row.getValue().stream().map(memory -> new Size(row.getKey(), memory)));
    }

    public static boolean isValid(int cpuUnits, int memoryMib) {
        return MEMORY_MIB_BY_CPU_UNITS.getOrDefault(cpuUnits, List.of()).contains(memoryMib);
    }

    /** What to choose instead, in words. */
    public static String choices(int cpuUnits) {
        List<Integer> memory = MEMORY_MIB_BY_CPU_UNITS.get(cpuUnits);
        return memory == null
                ? "cpu is one of "
                        + MEMORY_MIB_BY_CPU_UNITS.keySet().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                : "with cpu %d memory is one of %s"
                        .formatted(
                                cpuUnits, memory.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** The next size with more memory, with the same CPU if there is one, in words. */
    public static Optional<String> larger(int cpuUnits, int memoryMib) {
        return MEMORY_MIB_BY_CPU_UNITS.entrySet().stream()
                .filter(row -> row.getKey() >= cpuUnits)
                .flatMap(row -> row.getValue().stream()
                        .filter(memory -> memory > memoryMib)
                        .map(memory -> "cpu %d with memory %d".formatted(row.getKey(), memory)))
                .findFirst();
    }

    private static List<Integer> steps(int first, int last, int step) {
        return IntStream.iterate(first, mib -> mib <= last, mib -> mib + step)
                .boxed()
                .toList();
    }
}

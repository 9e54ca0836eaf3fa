package dev.fargate.simulator.ecs.taskdefinition;

import dev.fargate.simulator.ecs.AwsFault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * The sizes a Fargate task can have.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
 */
record FargateSize(int cpu, int leastMemory, int mostMemory, int step) {
    private static final int UNITS = 1024;
    private static final List<FargateSize> SIZES = List.of(
            new FargateSize(256, 512, 2048, 512),
            new FargateSize(512, 1024, 4096, 1024),
            new FargateSize(1024, 2048, 8192, 1024),
            new FargateSize(2048, 4096, 16384, 1024),
            new FargateSize(4096, 8192, 30720, 1024),
            new FargateSize(8192, 16384, 61440, 4096),
            new FargateSize(16384, 32768, 122880, 8192));

    /** Refuses a pair that is in no row of the table. */
    static void check(int cpu, int memory) {
        if (SIZES.stream().noneMatch(size -> size.offers(cpu, memory))) {
            throw AwsFault.client("No Fargate configuration exists for given values: " + cpu + " CPU, " + memory
                    + " memory. See the Amazon ECS documentation for the valid values.");
        }
    }

    /** CPU units, given as such or as {@code 0.5 vCPU}. */
    static int cpuUnits(String text) {
        return units(text, "vcpu", "cpu");
    }

    /** MiB, given as such or as {@code 1 GB}. */
    static int memoryMiB(String text) {
        return units(text, "gb", "memory");
    }

    private static int units(String text, String suffix, String setting) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        try {
            if (value.endsWith(suffix)) {
                String number =
                        value.substring(0, value.length() - suffix.length()).strip();
                return new BigDecimal(number)
                        .multiply(BigDecimal.valueOf(UNITS))
                        .intValueExact();
            }
            return Integer.parseInt(value);
        } catch (NumberFormatException | ArithmeticException notANumber) {
            throw AwsFault.client("Invalid '" + setting + "' setting for task.");
        }
    }

    private boolean offers(int cpuWanted, int memory) {
        // 256 units have 512, 1024 and 2048 MiB, but not 1536.
        boolean gap = cpu == 256 && memory == 1536;
        return cpuWanted == cpu
                && memory >= leastMemory
                && memory <= mostMemory
                && (memory - leastMemory) % step == 0
                && !gap;
    }
}

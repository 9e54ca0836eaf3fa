package dev.fargate.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Fargate's prices of one region, on demand and for Linux.
 *
 * @param spotShare what a task on Spot pays of the price on demand, between 0 and 1; AWS changes it with demand
 */
public record Prices(Rates x86, Rates arm, BigDecimal storageGbHour, BigDecimal spotShare) {
    private static final BigDecimal CPU_UNITS = BigDecimal.valueOf(1024);
    private static final BigDecimal MIB_A_GB = BigDecimal.valueOf(1024);
    private static final int DIGITS = 10;

    /** Prices of an hour. */
    public record Rates(BigDecimal vcpuHour, BigDecimal gbHour) {
        Rates times(BigDecimal share) {
            return new Rates(vcpuHour.multiply(share), gbHour.multiply(share));
        }
    }

    /** Of one task that runs on demand. */
    public Estimate onDemand(PricedTask task) {
        return compute(task).plus(storage(task));
    }

    /** Of one task that runs on Spot, which makes processor and memory cheaper, not storage. */
    public Estimate onSpot(PricedTask task) {
        return compute(task).times(spotShare).plus(storage(task));
    }

    /** Of tasks that are spread over both. */
    public Estimate of(PricedTask task, SpotShare spread) {
        return onDemand(task).times(spread.onDemand()).plus(onSpot(task).times(spread.spot()));
    }

    private Estimate compute(PricedTask task) {
        Rates rates = task.arm() ? arm : x86;
        return new Estimate(part(task.cpuUnits(), CPU_UNITS, rates.vcpuHour())
                .add(part(task.memoryMib(), MIB_A_GB, rates.gbHour())));
    }

    private Estimate storage(PricedTask task) {
        return new Estimate(BigDecimal.valueOf(Math.max(0, task.storageGib() - PricedTask.FREE_STORAGE_GIB))
                .multiply(storageGbHour));
    }

    private static BigDecimal part(int amount, BigDecimal unit, BigDecimal price) {
        return BigDecimal.valueOf(amount).multiply(price).divide(unit, DIGITS, RoundingMode.HALF_UP);
    }
}

package dev.fargate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Under the serial collector, as Maven runs the tests and the image runs the operator. */
class HeapGrowthTest {
    private static final int PIECES = 256;
    private static final int PIECE_BYTES = 1 << 16;

    private final byte[][] living = new byte[PIECES][];

    @Test
    void garbageIsCollectedLongBeforeTheHeapIsFull() {
        MemoryPoolMXBean old =
                named(ManagementFactory.getMemoryPoolMXBeans(), MemoryPoolMXBean::getName, "Tenured Gen");
        GarbageCollectorMXBean full = named(
                ManagementFactory.getGarbageCollectorMXBeans(), GarbageCollectorMXBean::getName, "MarkSweepCompact");
        HeapGrowth.limit();
        long before = full.getCollectionCount();

        await().until(() -> {
            replaceWhatLives();
            return full.getCollectionCount() > before;
        });

        assertThat(old.getPeakUsage().getUsed()).isLessThan(old.getUsage().getMax() / 2);
        assertThat(old.getUsageThreshold()).isBetween(1L, old.getUsage().getMax() / 2);
    }

    /** Each piece lives long enough to grow old. */
    private void replaceWhatLives() {
        for (int piece = 0; piece < PIECES; piece++) {
            living[piece] = new byte[PIECE_BYTES];
        }
    }

    private static <T> T named(List<T> beans, Function<T, String> name, String wanted) {
        return beans.stream()
                .filter(bean -> name.apply(bean).equals(wanted))
                .findFirst()
                .orElseThrow();
    }
}

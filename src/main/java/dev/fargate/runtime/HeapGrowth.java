package dev.fargate.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import javax.management.Notification;
import javax.management.NotificationEmitter;

/**
 * Keeps the heap near the size of what lives in it. The serial collector, which takes the least memory of all, lets the old generation
 * grow to {@code -Xmx} before it collects there: room that ten thousand services need, and that a thousand would fill with garbage.
 */
final class HeapGrowth {
    private static final String SERIAL_OLD_GENERATION = "Tenured Gen";

    /** Collecting takes time for what lives, and is worth it when this much more may be garbage. */
    private static final long GARBAGE_BYTES = 6L << 20;

    private static final double GARBAGE_SHARE = 0.1;

    private final MemoryPoolMXBean old;

    private HeapGrowth(MemoryPoolMXBean old) {
        this.old = old;
    }

    /** Does nothing under another collector. */
    static void limit() {
        Optional<HeapGrowth> serial = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals(SERIAL_OLD_GENERATION))
                .findFirst()
                .map(HeapGrowth::new);
        serial.ifPresent(HeapGrowth::listen);
    }

    private void listen() {
        ((NotificationEmitter) ManagementFactory.getMemoryMXBean()).addNotificationListener(this::crossed, null, null);
        allowGrowth();
    }

    private void crossed(Notification notification, Object handback) {
        if (notification.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED)) {
            System.gc();
            allowGrowth();
        }
    }

    private void allowGrowth() {
        long lives = old.getUsage().getUsed();
        long most = old.getUsage().getMax();
        old.setUsageThreshold(Math.min(most, lives + GARBAGE_BYTES + (long) (lives * GARBAGE_SHARE)));
    }
}

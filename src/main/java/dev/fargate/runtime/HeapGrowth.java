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

    /** Collecting costs time for what lives, and is worth it when this much of that may be garbage. */
    private static final double GROWTH = 1.3;

    private static final long LEAST = 6L << 20;

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
        old.setUsageThreshold(Math.min(most, Math.max((long) (lives * GROWTH), lives + LEAST)));
    }
}

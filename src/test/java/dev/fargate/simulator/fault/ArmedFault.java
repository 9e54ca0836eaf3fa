package dev.fargate.simulator.fault;

import dev.fargate.simulator.wire.AwsCall;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault that waits for its calls, and what it has done so far. */
final class ArmedFault {
    private final int id;
    private final Fault fault;
    private final Random draw;
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger holding = new AtomicInteger();
    private int matched;
    private int struck;

    ArmedFault(int id, Fault fault) {
        this.id = id;
        this.fault = fault;
        this.draw = new Random(fault.schedule().seedOrDefault());
    }

    int id() {
        return id;
    }

    Effect effect() {
        return fault.effect();
    }

    /** Counts the call if it matches, and says whether this is one to strike. */
    boolean strikes(AwsCall call) {
        if (!fault.match().covers(call)) {
            return false;
        }
        synchronized (this) {
            matched++;
            Schedule schedule = fault.schedule();
            if (matched < schedule.firstCall() || struck >= schedule.limit()) {
                return false;
            }
            if (schedule.share() < 1 && draw.nextDouble() >= schedule.share()) {
                return false;
            }
            struck++;
            return true;
        }
    }

    /** Stands still until released. */
    void hold() {
        holding.incrementAndGet();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            holding.decrementAndGet();
        }
    }

    void release() {
        released.countDown();
    }

    synchronized FaultReport report() {
        return new FaultReport(id, fault, matched, struck, holding.get());
    }
}

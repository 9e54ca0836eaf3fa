package dev.fargate.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The end of a process, as a node's failure would bring it. */
final class Processes {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration INTERVAL = Duration.ofMillis(2);

    private Processes() {}

    /** SIGKILL, and the wait until nothing of the process runs any more. Does nothing when it is gone already. */
    static void kill(long pid) {
        if (pid == ProcessHandle.current().pid()) {
            throw new IllegalArgumentException("The simulator does not kill itself.");
        }
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            Instant deadline = Instant.now().plus(PATIENCE);
            while (runs(process) && Instant.now().isBefore(deadline)) {
                LockSupport.parkNanos(INTERVAL.toNanos());
            }
        });
    }

    /** A killed process whose parent has not asked for its exit code yet still has a pid, but no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}

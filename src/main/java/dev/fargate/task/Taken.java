package dev.fargate.task;

import java.util.Optional;

/** A step, what is known after it, and whether it goes on. */
record Taken(RunMemory memory, Optional<RunStep> done, Halt halt) {
    static Taken fully(RunMemory memory, RunStep step) {
        return new Taken(memory, Optional.of(step), Halt.NONE);
    }

    static Taken not(RunMemory memory, Halt halt) {
        return new Taken(memory, Optional.empty(), halt);
    }
}

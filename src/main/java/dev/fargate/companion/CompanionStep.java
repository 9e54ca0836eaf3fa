package dev.fargate.companion;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.engine.Step;
import java.util.Optional;

/** One call that brings a companion nearer to what it should be. A value, and safe to be made again after a crash. */
public interface CompanionStep extends Step {
    Operation operation();

    /**
     * Makes the call.
     *
     * @param kept with what the steps before it have made
     * @return the id of what it made; empty when it made nothing that has one
     */
    Optional<String> make(Aws aws, Kept kept);
}

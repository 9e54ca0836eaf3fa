package dev.fargate.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is to be done, in order. Deletes stand last.
 *
 * @param <S> the steps of one kind
 */
public record Plan<S extends Step>(List<S> steps) {

    public Plan {
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    @Override
    public String toString() {
        return isEmpty()
                ? "no changes"
                : steps.stream().map(step -> step.change().toString()).collect(Collectors.joining("\n"));
    }
}

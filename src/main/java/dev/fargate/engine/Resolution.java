package dev.fargate.engine;

/**
 * What should be, or why that cannot be said.
 *
 * @param <D> the desired state of one kind
 */
public sealed interface Resolution<D> {

    /** The desired state. */
    record Resolved<D>(D desired) implements Resolution<D> {}

    /** A reference that does not resolve, a thing that is not allowed, a field that is missing. */
    record Unresolved<D>(Problem problem) implements Resolution<D> {}
}

package dev.fargate.engine;

import java.util.function.Consumer;

/**
 * One kind's way through the loop: resolve, observe, plan, apply, report. It never blocks and never throws for what AWS says.
 *
 * @param <P> the resource
 * @param <S> its status
 */
public interface Recipe<P, S> {

    /**
     * One turn towards the spec.
     *
     * @param journal writes a status at once, for what must be on record before a call is made
     */
    Turn<S> turn(P resource, Consumer<S> journal);

    /** One turn towards nothing, for a resource that is being deleted. */
    Turn<S> deletion(P resource, Consumer<S> journal);
}

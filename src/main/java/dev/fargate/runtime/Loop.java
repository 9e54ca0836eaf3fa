package dev.fargate.runtime;

import dev.fargate.engine.Notice;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Turn;
import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The controller of one kind. Java Operator SDK finds the kind through the subclass's type argument, which is all that a subclass is
 * for.
 *
 * @param <P> the resource
 * @param <S> its status
 */
abstract class Loop<P extends CustomResource<?, S>, S> implements Reconciler<P>, Cleaner<P> {
    private static final Logger LOG = LoggerFactory.getLogger("dev.fargate.loop");
    private static final long NOT_STARTED = 100;

    private final Recipe<P, S> recipe;
    private final EventPublisher events;
    private final StatusWriter.Maker<P, S> writers;
    private final BooleanSupplier started;

    /**
     * The loop of one kind.
     *
     * @param started whether turns may begin: not before the informers of all kinds are filled, since what a resource names may only
     *     seem to be missing, and not once the process stops
     */
    Loop(Recipe<P, S> recipe, EventPublisher events, StatusWriter.Maker<P, S> writers, BooleanSupplier started) {
        this.recipe = recipe;
        this.events = events;
        this.writers = writers;
        this.started = started;
    }

    @Override
    public UpdateControl<P> reconcile(P resource, Context<P> context) {
        if (!started.getAsBoolean()) {
            return UpdateControl.<P>noUpdate().rescheduleAfter(NOT_STARTED);
        }
        Turn<S> turn = take(resource, context, (writer, known) -> recipe.turn(known, writer::write));
        UpdateControl<P> control = UpdateControl.noUpdate();
        turn.again().ifPresent(delay -> control.rescheduleAfter(millis(delay)));
        return control;
    }

    @Override
    public DeleteControl cleanup(P resource, Context<P> context) {
        if (!started.getAsBoolean()) {
            return DeleteControl.noFinalizerRemoval().rescheduleAfter(NOT_STARTED);
        }
        Turn<S> turn = take(resource, context, (writer, known) -> recipe.deletion(known, writer::write));
        if (turn.finished()) {
            return DeleteControl.defaultDelete();
        }
        DeleteControl control = DeleteControl.noFinalizerRemoval();
        turn.again().ifPresent(delay -> control.rescheduleAfter(millis(delay)));
        return control;
    }

    private Turn<S> take(P resource, Context<P> context, BiFunction<StatusWriter<P, S>, P, Turn<S>> step) {
        try (LogSubject _ = LogSubject.of(resource)) {
            StatusWriter<P, S> writer = writers.of(resource, context);
            Turn<S> turn = step.apply(writer, resource);
            Optional<Boolean> told = turn.status().map(writer::write);
            turn.notices().stream()
                    // A problem that the status tells already is no news.
                    .filter(notice -> notice.type() == Notice.Type.Normal || told.orElse(true))
                    .forEach(notice -> tell(resource, notice));
            return writer.overtaken() ? turn.again(Duration.ZERO) : turn;
        }
    }

    private void tell(P resource, Notice notice) {
        events.publish(resource, notice);
        LOG.atLevel(notice.type() == Notice.Type.Normal ? Level.INFO : Level.WARN)
                .addKeyValue("reason", notice.reason())
                .log(notice.message());
    }

    /** At least a millisecond: a delay of zero is no delay to Java Operator SDK. */
    private static long millis(Duration delay) {
        return Math.max(1, delay.toMillis());
    }
}

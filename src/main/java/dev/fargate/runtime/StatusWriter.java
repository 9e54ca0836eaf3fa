package dev.fargate.runtime;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes the status of one resource by server-side apply, and only if it differs from what stands there.
 *
 * @param <P> the resource
 * @param <S> its status
 */
final class StatusWriter<P extends CustomResource<?, S>, S> {
    private final P resource;
    private final Context<P> context;
    private final Supplier<P> fresh;
    private final Consumer<S> listener;
    private S current;
    private boolean overtaken;

    private StatusWriter(P resource, Context<P> context, Supplier<P> fresh, Consumer<S> listener) {
        this.resource = resource;
        this.context = context;
        this.fresh = fresh;
        this.listener = listener;
        this.current = resource.getStatus();
    }

    /**
     * Makes the writer for one turn.
     *
     * @param fresh an empty resource of the kind
     * @param listener told of the resource and of its new status, after it is written
     */
    record Maker<P extends CustomResource<?, S>, S>(Supplier<P> fresh, BiConsumer<P, S> listener) {
        StatusWriter<P, S> of(P resource, Context<P> context) {
            return new StatusWriter<>(resource, context, fresh, status -> listener.accept(resource, status));
        }
    }

    /**
     * Whether the resource was edited or deleted since this turn began. Java Operator SDK drops events that are not newer than our own
     * write, so such an edit would begin no turn.
     */
    boolean overtaken() {
        return overtaken;
    }

    /** Whether there was something to write. */
    boolean write(S status) {
        if (status.equals(current)) {
            return false;
        }
        P patch = fresh.get();
        // The uid keeps a status from landing on a resource that was made anew under the same name.
        patch.setMetadata(new ObjectMetaBuilder()
                .withName(resource.getMetadata().getName())
                .withNamespace(resource.getMetadata().getNamespace())
                .withUid(resource.getMetadata().getUid())
                .build());
        patch.setStatus(status);
        P written = context.resourceOperations().serverSideApplyPrimaryStatus(patch);
        overtaken |= Relevant.change(resource, written);
        current = status;
        listener.accept(status);
        return true;
    }
}

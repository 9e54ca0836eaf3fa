package dev.fargate.aws.sdk;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Made when first asked for: a client costs memory and start-up time, and some scopes never need some of them. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> make;
    private T made;

    Once(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public synchronized T get() {
        if (made == null) {
            made = make.get();
        }
        return made;
    }

    synchronized void ifMade(Consumer<T> action) {
        if (made != null) {
            action.accept(made);
        }
    }
}

package dev.fargate.companion;

import dev.fargate.api.CompanionKind;
import dev.fargate.api.CompanionStatus;
import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;
import dev.fargate.engine.Change;
import dev.fargate.engine.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A companion of a test, and the pieces that "AWS" holds. */
record Piece(String name, String value, Held held) implements Companion {

    /** What there is, by id, and what was asked of it. */
    static final class Held implements Departure {
        final Map<String, String> values = new HashMap<>();
        final List<String> calls = new ArrayList<>();
        Optional<Problem> inTheWay = Optional.empty();
        Optional<RuntimeException> refusal = Optional.empty();

        @Override
        public Operation look() {
            return Operation.DESCRIBE_SCALABLE_TARGETS;
        }

        @Override
        public Sight see(Aws aws, Owner owner, CompanionStatus leaving) {
            calls.add("look at leaving " + leaving.name());
            return inTheWay.<Sight>map(Sight.Blocked::new)
                    .orElseGet(() -> new Sight.Seen(
                            Optional.of(leaving.name()),
                            values.containsKey("id-" + leaving.name())
                                    ? List.of(new Removal(leaving.name(), this))
                                    : List.of()));
        }
    }

    @Override
    public CompanionKind kind() {
        return CompanionKind.ScalableTarget;
    }

    @Override
    public Operation look() {
        return Operation.DESCRIBE_SCALABLE_TARGETS;
    }

    @Override
    public Sight see(Aws aws, Kept kept) {
        held.calls.add("look at " + name);
        if (held.inTheWay.isPresent()) {
            return new Sight.Blocked(held.inTheWay.get());
        }
        Optional<String> live = Optional.ofNullable(held.values.get("id-" + name));
        return new Sight.Seen(
                live.map(value -> "id-" + name),
                live.equals(Optional.of(value)) ? List.of() : List.of(new Put(name, value, held)));
    }

    /** Makes a piece, or changes it. */
    record Put(String name, String value, Held held) implements CompanionStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, "piece " + name);
        }

        @Override
        public Operation operation() {
            return Operation.REGISTER_SCALABLE_TARGET;
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            held.calls.add("put " + name + " to " + value);
            held.refusal.ifPresent(refusal -> {
                throw refusal;
            });
            held.values.put("id-" + name, value);
            return Optional.of("id-" + name);
        }
    }

    /** Removes a piece. */
    record Removal(String name, Held held) implements CompanionStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "piece " + name);
        }

        @Override
        public Operation operation() {
            return Operation.DEREGISTER_SCALABLE_TARGET;
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            held.calls.add("remove " + name);
            held.values.remove("id-" + name);
            return Optional.empty();
        }
    }
}

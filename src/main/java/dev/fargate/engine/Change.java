package dev.fargate.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that a plan does to one AWS object, as a person reads it.
 *
 * @param object what and which, for example {@code service shop_web}
 * @param differences the fields that make the change necessary; empty for a create or delete
 */
public record Change(Verb verb, String object, List<Difference> differences) {

    public Change {
        differences = List.copyOf(differences);
    }

    public static Change of(Verb verb, String object) {
        return new Change(verb, object, List.of());
    }

    /** What is done. */
    public enum Verb {
        CREATE("+"),
        UPDATE("~"),
        REPLACE("±"),
        DELETE("-"),
        WAIT("…");

        private final String sign;

        Verb(String sign) {
            this.sign = sign;
        }
    }

    @Override
    public String toString() {
        String head = verb.sign + " " + object;
        return differences.isEmpty()
                ? head
                : head
                        + differences.stream()
                                .map(difference -> "\n    " + difference)
                                .collect(Collectors.joining());
    }
}

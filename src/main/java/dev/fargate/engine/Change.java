package dev.fargate.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** An object that is made where it is not there, and brought to what is wanted where it is. */
    public static Change put(boolean isNew, String object, List<Difference> differences) {
        return new Change(isNew ? Verb.CREATE : Verb.UPDATE, object, differences);
    }

    /** Tags that are put on an object and taken off it; what an object has instead of a tag is not worth a look. */
    public static Change ofTags(String object, Map<String, String> put, Set<String> remove) {
        return new Change(
                Verb.UPDATE,
                "tags of " + object,
                Stream.concat(
                                put.entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .map(tag -> new Difference(
                                                "tags." + tag.getKey(), tag.getValue(), "other or absent")),
                                remove.stream().sorted().map(key -> new Difference("tags." + key, "absent", "set")))
                        .toList());
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

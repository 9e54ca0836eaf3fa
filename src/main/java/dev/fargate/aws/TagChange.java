package dev.fargate.aws;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What is put on an object and taken off it until it has the tags that are declared. Tags of others stay. */
public record TagChange(Map<String, String> put, Set<String> remove) {

    /**
     * From the tags that an object has to those that are declared.
     *
     * @param former keys that were declared when tags were last put: such go when they are declared no more
     */
    public static TagChange between(Map<String, String> live, Map<String, String> desired, Collection<String> former) {
        Map<String, String> put = new TreeMap<>(desired);
        put.entrySet().removeAll(live.entrySet());
        Set<String> remove = dropped(desired, former);
        remove.retainAll(live.keySet());
        return new TagChange(put, remove);
    }

    /** The same where it is not known which tags the object has. */
    public static TagChange blindly(Map<String, String> desired, Collection<String> former) {
        return new TagChange(desired, dropped(desired, former));
    }

    /** The same, but for tags that are not to be touched. */
    public TagChange without(Set<String> keys) {
        Map<String, String> fewerPut = new TreeMap<>(put);
        fewerPut.keySet().removeAll(keys);
        Set<String> fewerRemoved = new TreeSet<>(remove);
        fewerRemoved.removeAll(keys);
        return new TagChange(fewerPut, fewerRemoved);
    }

    private static Set<String> dropped(Map<String, String> desired, Collection<String> former) {
        Set<String> dropped = new TreeSet<>(former);
        dropped.removeAll(desired.keySet());
        return dropped;
    }

    public boolean isEmpty() {
        return put.isEmpty() && remove.isEmpty();
    }

    /** Both calls, and neither where there is nothing for it. */
    public void apply(Consumer<Map<String, String>> tag, Consumer<Set<String>> untag) {
        if (!put.isEmpty()) {
            tag.accept(put);
        }
        if (!remove.isEmpty()) {
            untag.accept(remove);
        }
    }
}

package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.wire.Realm;
import dev.fargate.simulator.ecs.wire.Tags;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** All families of a realm. A revision's number is never given out again, deleted or not. */
public final class Families {
    private static final class Family {
        final NavigableMap<Integer, TaskDefinition> revisions = new TreeMap<>();
        int latest;
    }

    private final Realm realm;
    private final NavigableMap<String, Family> families = new TreeMap<>();

    public Families(Realm realm) {
        this.realm = realm;
    }

    TaskDefinition add(String name, IntFunction<ObjectNode> content, Tags tags, Instant now) {
        Family family = families.computeIfAbsent(name, missing -> new Family());
        int revision = ++family.latest;
        TaskDefinition added = new TaskDefinition(realm, name, revision, content.apply(revision), tags, now);
        family.revisions.put(revision, added);
        return added;
    }

    /**
     * What a family, {@code family:revision} or ARN stands for. A bare family is its newest ACTIVE revision.
     *
     * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTaskDefinition.html
     */
    public Optional<TaskDefinition> find(String reference) {
        String prefix = realm.arn("task-definition/");
        String name = reference.startsWith(prefix) ? reference.substring(prefix.length()) : reference;
        int colon = name.indexOf(':');
        Family family = families.get(colon < 0 ? name : name.substring(0, colon));
        if (family == null) {
            return Optional.empty();
        }
        if (colon < 0) {
            return family.revisions.descendingMap().values().stream()
                    .filter(one -> one.status() == TaskDefinition.Status.ACTIVE)
                    .findFirst();
        }
        try {
            return Optional.ofNullable(family.revisions.get(Integer.parseInt(name.substring(colon + 1))));
        } catch (NumberFormatException notARevision) {
            return Optional.empty();
        }
    }

    /** The families from a name on, in order. */
    Stream<String> namesAfter(String name) {
        return families.tailMap(name, false).keySet().stream();
    }

    boolean hasActive(String name) {
        return families.get(name).revisions.values().stream()
                .anyMatch(one -> one.status() == TaskDefinition.Status.ACTIVE);
    }

    Stream<TaskDefinition> of(String family) {
        Family found = families.get(family);
        return found == null ? Stream.empty() : found.revisions.values().stream();
    }

    public Stream<TaskDefinition> all() {
        return families.values().stream().flatMap(family -> family.revisions.values().stream());
    }
}

package dev.fargate.simulator.scheduler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.wire.Realm;
import dev.fargate.simulator.ecs.wire.Stamp;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A group: the schedules by name, and the tags that they cannot have. */
final class Group {
    private final Realm realm;
    private final String name;
    private final Instant created;
    private final SortedMap<String, String> tags = new TreeMap<>();
    private final NavigableMap<String, Schedule> schedules = new TreeMap<>();
    private Optional<Instant> goneAt = Optional.empty();

    Group(Realm realm, String name, Instant created) {
        this.realm = realm;
        this.name = name;
        this.created = created;
    }

    /** The schedules go first; until then the group is there, and its name is taken. */
    void delete(Instant until) {
        schedules.clear();
        goneAt = Optional.of(until);
    }

    Optional<Instant> goneAt() {
        return goneAt;
    }

    String name() {
        return name;
    }

    SortedMap<String, String> tags() {
        return tags;
    }

    NavigableMap<String, Schedule> schedules() {
        return schedules;
    }

    String arn() {
        return arn(realm, name);
    }

    static String arn(Realm realm, String name) {
        return "arn:%s:scheduler:%s:%s:schedule-group/%s"
                .formatted(realm.partition(), realm.region(), realm.accountId(), name);
    }

    ObjectNode view() {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("Arn", arn()).put("Name", name).put("State", goneAt.isPresent() ? "DELETING" : "ACTIVE");
        view.set("CreationDate", Stamp.EPOCH.of(created));
        view.set("LastModificationDate", Stamp.EPOCH.of(created));
        return view;
    }

    ArrayNode tagList() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        tags.forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        return list;
    }
}

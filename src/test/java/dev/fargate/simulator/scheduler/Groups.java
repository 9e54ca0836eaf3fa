package dev.fargate.simulator.scheduler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.wire.Realm;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The groups of one account in one region, and the operations on them. */
final class Groups {
    static final String DEFAULT = "default";
    /** AWS says only that it takes time while schedules are in it. */
    private static final Duration DELETION = Duration.ofSeconds(10);

    private final Realm realm;
    private final NavigableMap<String, Group> groups = new TreeMap<>();

    Groups(Realm realm, Instant now) {
        this.realm = realm;
        groups.put(DEFAULT, new Group(realm, DEFAULT, now));
    }

    Stream<Schedule> schedules() {
        return groups.values().stream().flatMap(group -> group.schedules().values().stream());
    }

    Group get(String name) {
        Group group = groups.get(name);
        if (group == null) {
            throw missing("Schedule group " + name + " does not exist.");
        }
        return group;
    }

    /** One that takes schedules. */
    Group active(String name) {
        Group group = get(name);
        if (group.goneAt().isPresent()) {
            throw new AwsFault(409, "ConflictException", "Schedule group " + name + " is being deleted.");
        }
        return group;
    }

    private Group tagged(String arn) {
        return groups.values().stream()
                .filter(group -> group.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> missing("Schedule group " + arn + " does not exist."));
    }

    void passTo(Instant now) {
        groups.values()
                .removeIf(group -> group.goneAt().filter(at -> !at.isAfter(now)).isPresent());
    }

    /** https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-delete.html */
    void removeCompleted(Predicate<Schedule> isWaited) {
        groups.values().forEach(group -> group.schedules()
                .values()
                .removeIf(
                        schedule -> schedule.deletesItself() && schedule.due().isEmpty() && !isWaited.test(schedule)));
    }

    ObjectNode create(SchedulerCall call, Instant now) {
        String name = call.text("Name");
        if (groups.containsKey(name)) {
            throw new AwsFault(409, "ConflictException", "Schedule group " + name + " already exists.");
        }
        Group group = new Group(realm, name, now);
        put(call, group);
        groups.put(name, group);
        return JsonNodeFactory.instance.objectNode().put("ScheduleGroupArn", group.arn());
    }

    ObjectNode delete(SchedulerCall call, Instant now) {
        Group group = active(call.text("Name"));
        if (group.name().equals(DEFAULT)) {
            throw Definition.invalid("The default schedule group cannot be deleted.");
        }
        group.delete(group.schedules().isEmpty() ? now : now.plus(DELETION));
        passTo(now);
        return JsonNodeFactory.instance.objectNode();
    }

    ObjectNode list() {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        ArrayNode list = reply.putArray("ScheduleGroups");
        groups.values().forEach(group -> list.add(group.view()));
        return reply;
    }

    ObjectNode tags(SchedulerCall call) {
        return JsonNodeFactory.instance
                .objectNode()
                .set("Tags", tagged(call.text("ResourceArn")).tagList());
    }

    ObjectNode tag(SchedulerCall call) {
        put(call, tagged(call.text("ResourceArn")));
        return JsonNodeFactory.instance.objectNode();
    }

    ObjectNode untag(SchedulerCall call) {
        Group group = tagged(call.text("ResourceArn"));
        call.input().path("TagKeys").forEach(key -> group.tags().remove(key.asText()));
        return JsonNodeFactory.instance.objectNode();
    }

    private static void put(SchedulerCall call, Group group) {
        call.input().path("Tags").forEach(tag -> group.tags()
                .put(tag.path("Key").asText(), tag.path("Value").asText()));
    }

    /** Everything, for listings before and after a test. */
    ObjectNode dump() {
        ObjectNode dump = JsonNodeFactory.instance.objectNode();
        groups.values().stream().filter(Groups::isSomebodys).forEach(group -> {
            ObjectNode entry = dump.putObject(group.name());
            entry.set("tags", group.tagList());
            ArrayNode list = entry.putArray("schedules");
            group.schedules().values().forEach(schedule -> list.add(schedule.view()));
        });
        return dump;
    }

    private static boolean isSomebodys(Group group) {
        return !group.name().equals(DEFAULT) || !group.schedules().isEmpty();
    }

    static AwsFault missing(String message) {
        return new AwsFault(404, "ResourceNotFoundException", message);
    }
}

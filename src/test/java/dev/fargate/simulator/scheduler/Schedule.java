package dev.fargate.simulator.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.wire.Realm;
import dev.fargate.simulator.ecs.wire.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One schedule: what was asked for with what AWS fills in, and when it is due. */
final class Schedule {
    private final Realm realm;
    private final String group;
    private final String name;
    private final Instant created;
    private ObjectNode definition;
    private Timetable timetable;
    private Instant modified;
    private Optional<Instant> due;

    Schedule(Realm realm, String group, String name, ObjectNode definition, Instant now) {
        this.realm = realm;
        this.group = group;
        this.name = name;
        this.created = now;
        define(definition, now, now.minusNanos(1));
    }

    /** Replaces all of it. What is due from now on counts; AWS does not document whether a rate begins anew, here it does not. */
    void update(ObjectNode other, Instant now) {
        define(other, now, now);
    }

    private void define(ObjectNode whole, Instant now, Instant after) {
        definition = whole;
        modified = now;
        timetable = Timetable.of(
                whole.path("ScheduleExpression").asText(),
                whole.path("ScheduleExpressionTimezone").asText(),
                start().orElse(created));
        due = dueAfter(after);
    }

    private Optional<Instant> dueAfter(Instant after) {
        if (timetable instanceof Timetable.At) {
            return timetable.next(after);
        }
        Instant from = start().map(start -> start.minusNanos(1))
                .filter(after::isBefore)
                .orElse(after);
        return timetable.next(from).filter(time -> end().map(end -> !time.isAfter(end))
                .orElse(true));
    }

    Optional<Instant> due() {
        return due;
    }

    /** Goes on to the next time. */
    void passed() {
        due = due.flatMap(this::dueAfter);
    }

    boolean enabled() {
        return definition.path("State").asText().equals("ENABLED");
    }

    boolean deletesItself() {
        return definition.path("ActionAfterCompletion").asText().equals("DELETE");
    }

    /** How long after its time it is started: within the window AWS is free, here it is always the same. */
    Duration delay() {
        int window = definition
                .path("FlexibleTimeWindow")
                .path("MaximumWindowInMinutes")
                .asInt(0);
        return window == 0 ? Duration.ZERO : Duration.ofMinutes(Math.floorMod(arn().hashCode(), window));
    }

    private Optional<Instant> start() {
        return time("StartDate");
    }

    private Optional<Instant> end() {
        return time("EndDate");
    }

    private Optional<Instant> time(String member) {
        return Optional.of(definition.path(member))
                .filter(JsonNode::isNumber)
                .map(seconds -> Instant.ofEpochMilli(Math.round(seconds.asDouble() * 1_000)));
    }

    Realm realm() {
        return realm;
    }

    String name() {
        return name;
    }

    JsonNode target() {
        return definition.path("Target");
    }

    String arn() {
        return "arn:%s:scheduler:%s:%s:schedule/%s/%s"
                .formatted(realm.partition(), realm.region(), realm.accountId(), group, name);
    }

    /** GetSchedule's reply. */
    ObjectNode view() {
        ObjectNode view = definition.deepCopy();
        view.put("Arn", arn()).put("GroupName", group).put("Name", name);
        return stamped(view);
    }

    /** What ListSchedules shows. */
    ObjectNode summary() {
        ObjectNode summary = definition.objectNode();
        summary.put("Arn", arn()).put("GroupName", group).put("Name", name);
        summary.set("State", definition.path("State"));
        summary.putObject("Target").set("Arn", target().path("Arn"));
        return stamped(summary);
    }

    private ObjectNode stamped(ObjectNode view) {
        view.set("CreationDate", Stamp.EPOCH.of(created));
        view.set("LastModificationDate", Stamp.EPOCH.of(modified));
        return view;
    }
}

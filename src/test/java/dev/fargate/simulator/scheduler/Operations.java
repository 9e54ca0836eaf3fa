package dev.fargate.simulator.scheduler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import java.time.Instant;
import java.util.Iterator;

/** The operations on schedules. */
final class Operations {
    private static final int MOST = 100;

    private final Groups groups;
    private final Around around;

    Operations(Groups groups, Around around) {
        this.groups = groups;
        this.around = around;
    }

    ObjectNode create(SchedulerCall call, Instant now) {
        Group group = groups.active(group(call));
        String name = call.text("Name");
        if (group.schedules().containsKey(name)) {
            throw new AwsFault(409, "ConflictException", "Schedule " + name + " already exists.");
        }
        Schedule schedule = new Schedule(call.realm(), group.name(), name, Definition.of(call, now, around), now);
        group.schedules().put(name, schedule);
        return arn(schedule);
    }

    ObjectNode update(SchedulerCall call, Instant now) {
        Schedule schedule = find(call);
        schedule.update(Definition.of(call, now, around), now);
        return arn(schedule);
    }

    ObjectNode get(SchedulerCall call) {
        return find(call).view();
    }

    ObjectNode delete(SchedulerCall call) {
        find(call);
        groups.get(group(call)).schedules().remove(call.text("Name"));
        return JsonNodeFactory.instance.objectNode();
    }

    ObjectNode list(SchedulerCall call) {
        int size = call.input().path("MaxResults").asInt(MOST);
        if (!call.text("GroupName").isEmpty()) {
            groups.get(call.text("GroupName"));
        }
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        ArrayNode list = reply.putArray("Schedules");
        Iterator<Schedule> matching = groups.schedules()
                .filter(schedule -> matches(schedule, call))
                .filter(schedule -> schedule.arn().compareTo(call.text("NextToken")) > 0)
                .iterator();
        String last = "";
        while (matching.hasNext()) {
            Schedule schedule = matching.next();
            if (list.size() == size) {
                return reply.put("NextToken", last);
            }
            list.add(schedule.summary());
            last = schedule.arn();
        }
        return reply;
    }

    private static boolean matches(Schedule schedule, SchedulerCall call) {
        ObjectNode summary = schedule.summary();
        return fits(call.text("GroupName"), summary.path("GroupName").asText())
                && fits(call.text("State"), summary.path("State").asText())
                && schedule.name().startsWith(call.text("NamePrefix"));
    }

    private static boolean fits(String asked, String found) {
        return asked.isEmpty() || asked.equals(found);
    }

    private Schedule find(SchedulerCall call) {
        Schedule schedule = groups.get(group(call)).schedules().get(call.text("Name"));
        if (schedule == null) {
            throw Groups.missing("Schedule " + call.text("Name") + " does not exist.");
        }
        return schedule;
    }

    private static String group(SchedulerCall call) {
        return call.text("GroupName").isEmpty() ? Groups.DEFAULT : call.text("GroupName");
    }

    private static ObjectNode arn(Schedule schedule) {
        return JsonNodeFactory.instance.objectNode().put("ScheduleArn", schedule.arn());
    }
}

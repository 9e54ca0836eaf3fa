package dev.fargate.simulator.scheduler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.SimulatorClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** EventBridge Scheduler in one JVM: every account and region, behind one lock. */
public final class SchedulerSimulation {
    private final SimulatorClock clock;
    private final Around around;
    private final Tokens tokens = new Tokens();
    private final Map<String, Groups> places = new TreeMap<>();
    private final List<Invocation> waiting = new ArrayList<>();

    public SchedulerSimulation(SimulatorClock clock, Around around) {
        this.clock = clock;
        this.around = around;
    }

    /** Answers one operation; refuses with an {@link AwsFault}. */
    public synchronized ObjectNode call(SchedulerCall call) {
        settle();
        Instant now = clock.now();
        Groups groups = places.computeIfAbsent(
                call.realm().accountId() + "/" + call.realm().region(), _ -> new Groups(call.realm(), now));
        Operations schedules = new Operations(groups, around);
        return switch (call.operation()) {
            case "CreateScheduleGroup" -> tokens.once(call, () -> groups.create(call, now));
            case "GetScheduleGroup" -> groups.get(call.text("Name")).view();
            case "ListScheduleGroups" -> groups.list();
            case "DeleteScheduleGroup" -> tokens.once(call, () -> groups.delete(call, now));
            case "ListTagsForResource" -> groups.tags(call);
            case "TagResource" -> groups.tag(call);
            case "UntagResource" -> groups.untag(call);
            case "CreateSchedule" -> tokens.once(call, () -> schedules.create(call, now));
            case "UpdateSchedule" -> tokens.once(call, () -> schedules.update(call, now));
            case "GetSchedule" -> schedules.get(call);
            case "ListSchedules" -> schedules.list(call);
            case "DeleteSchedule" -> tokens.once(call, () -> schedules.delete(call));
            default -> throw new AwsFault(400, "UnknownOperationException", "");
        };
    }

    /** When something happens next, if anything ever does. */
    public synchronized Optional<Instant> next() {
        return Stream.concat(
                        schedules().map(Schedule::due).flatMap(Optional::stream),
                        waiting.stream().map(Invocation::next))
                .min(Comparator.naturalOrder());
    }

    /** Starts what is due. */
    public synchronized void settle() {
        Instant now = clock.now();
        places.values().forEach(groups -> groups.passTo(now));
        schedules().toList().forEach(schedule -> fall(schedule, now));
        List<Invocation> due = waiting.stream()
                .filter(invocation -> !invocation.next().isAfter(now))
                .sorted(Comparator.comparing(Invocation::next))
                .toList();
        waiting.removeAll(due);
        due.forEach(this::make);
        places.values().forEach(groups -> groups.removeCompleted(this::isWaited));
    }

    private void fall(Schedule schedule, Instant now) {
        while (schedule.due().filter(due -> !due.isAfter(now)).isPresent()) {
            if (schedule.enabled()) {
                waiting.add(Invocation.of(schedule, schedule.due().orElseThrow()));
            }
            schedule.passed();
        }
    }

    private void make(Invocation invocation) {
        try {
            invocation.make(around);
        } catch (AwsFault fault) {
            if (invocation.mayTryAgain()) {
                waiting.add(invocation.retry());
            } else {
                invocation.bury(fault, around);
            }
        }
    }

    private boolean isWaited(Schedule schedule) {
        return waiting.stream().anyMatch(invocation -> invocation.schedule() == schedule);
    }

    private Stream<Schedule> schedules() {
        return places.values().stream().flatMap(Groups::schedules);
    }

    /** Everything held, for listings before and after a test. */
    public synchronized ObjectNode dump() {
        ObjectNode dump = JsonNodeFactory.instance.objectNode();
        places.forEach((place, groups) -> {
            ObjectNode held = groups.dump();
            if (!held.isEmpty()) {
                dump.set(place, held);
            }
        });
        return dump;
    }
}

package dev.fargate.schedule;

import dev.fargate.aws.ScheduleGroups;
import dev.fargate.aws.Schedules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/** An EventBridge Scheduler with one group in use. */
final class MemoryScheduler {
    private static final String NEIGHBOUR = "neighbour";

    private final Map<String, Map<String, String>> groups = new TreeMap<>();
    private final Map<String, CreateScheduleRequest> schedules = new TreeMap<>();
    private final List<String> calls;

    /** Notes the calls that change something. */
    MemoryScheduler(List<String> calls) {
        this.calls = calls;
    }

    ScheduleGroups groups() {
        return new Groups();
    }

    Schedules schedules() {
        return new Kept();
    }

    Stream<String> listing() {
        return Stream.concat(groups.keySet().stream(), schedules.keySet().stream());
    }

    /** The group is shared by all schedules of the cluster, in whatever environment. */
    void putNeighbour() {
        schedules.put(NEIGHBOUR, CreateScheduleRequest.builder().name(NEIGHBOUR).build());
    }

    void removeNeighbour() {
        schedules.remove(NEIGHBOUR);
    }

    /** Somebody edits the schedule by hand. */
    void edit(Consumer<CreateScheduleRequest.Builder> change) {
        schedules.replaceAll((name, schedule) -> schedule.copy(change));
    }

    private final class Groups implements ScheduleGroups {
        @Override
        public Optional<Group> describe(String name) {
            return groups.containsKey(name) ? Optional.of(new Group(name, false)) : Optional.empty();
        }

        @Override
        public Map<String, String> tags(String arn) {
            return groups.get(arn);
        }

        @Override
        public void tag(String arn, Map<String, String> tags) {
            throw new IllegalStateException("a group is not tagged again");
        }

        @Override
        public void untag(String arn, Set<String> keys) {
            throw new IllegalStateException("a group is not tagged again");
        }

        @Override
        public String create(String name, Map<String, String> tags, String clientToken) {
            calls.add("CreateScheduleGroup " + name);
            groups.put(name, tags);
            return name;
        }

        @Override
        public void delete(String name) {
            calls.add("DeleteScheduleGroup " + name);
            groups.remove(name);
        }
    }

    private final class Kept implements Schedules {
        @Override
        public Optional<GetScheduleResponse> describe(String group, String name) {
            return Optional.ofNullable(schedules.get(name)).map(MemoryScheduler::live);
        }

        @Override
        public List<Summary> list(String group) {
            return schedules.keySet().stream()
                    .map(name -> new Summary(name, Instant.EPOCH, true))
                    .toList();
        }

        @Override
        public void create(CreateScheduleRequest schedule) {
            calls.add("CreateSchedule " + words(schedule));
            schedules.put(schedule.name(), schedule);
        }

        @Override
        public void update(CreateScheduleRequest schedule) {
            calls.add("UpdateSchedule " + words(schedule));
            schedules.put(schedule.name(), schedule);
        }

        @Override
        public void delete(String group, String name) {
            calls.add("DeleteSchedule");
            schedules.remove(name);
        }
    }

    private static String words(CreateScheduleRequest schedule) {
        String revision = schedule.target().ecsParameters().taskDefinitionArn();
        return "%s %s %s"
                .formatted(
                        schedule.scheduleExpression(),
                        schedule.stateAsString(),
                        revision.substring(revision.lastIndexOf('/') + 1));
    }

    private static GetScheduleResponse live(CreateScheduleRequest schedule) {
        return GetScheduleResponse.builder()
                .name(schedule.name())
                .groupName(schedule.groupName())
                .description(schedule.description())
                .scheduleExpression(schedule.scheduleExpression())
                .scheduleExpressionTimezone(schedule.scheduleExpressionTimezone())
                .startDate(schedule.startDate())
                .endDate(schedule.endDate())
                .flexibleTimeWindow(schedule.flexibleTimeWindow())
                .state(schedule.state())
                .actionAfterCompletion(schedule.actionAfterCompletion())
                .kmsKeyArn(schedule.kmsKeyArn())
                .target(schedule.target())
                .build();
    }
}

package dev.fargate.schedule;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Identity;
import dev.fargate.aws.Roles;
import dev.fargate.aws.ScheduleGroups;
import dev.fargate.aws.Schedules;
import dev.fargate.aws.TaskDefinitions;
import dev.fargate.aws.Tasks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/** An account that remembers schedules, roles and revisions, and notes the calls that change something. */
final class MemoryAws implements TaskDefinitions, Tasks {
    private static final String ARN = "arn:aws:ecs:eu-west-1:123456789012:";

    private final List<String> calls = new ArrayList<>();
    private static final String NEIGHBOUR = "neighbour";

    private final Map<String, Map<String, String>> groups = new TreeMap<>();
    private final Map<String, CreateScheduleRequest> schedules = new TreeMap<>();
    private final Map<String, Map<String, String>> roles = new TreeMap<>();
    private final Map<String, String> policies = new HashMap<>();
    private final List<Task> tasks = new ArrayList<>();
    private final Set<String> active = new HashSet<>();
    private int revisions;
    private int reads;

    Aws aws() {
        return new Aws(
                () -> new Identity.Caller("123456789012", "aws"),
                null,
                this,
                null,
                this,
                null,
                null,
                (group, retention, tags) -> {},
                null,
                null,
                new Groups(),
                new Kept(),
                new Iam(),
                null,
                null,
                null);
    }

    List<String> takeCalls() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    /** Calls that list or describe tasks. */
    int reads() {
        return reads;
    }

    /** What is left in the account. */
    List<String> listing() {
        List<String> all = new ArrayList<>(groups.keySet());
        all.addAll(schedules.keySet());
        all.addAll(roles.keySet());
        return all;
    }

    void put(Task task) {
        tasks.removeIf(known -> known.taskArn().equals(task.taskArn()));
        tasks.add(task);
    }

    void forget() {
        tasks.clear();
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

    @Override
    public TaskDefinition register(RegisterTaskDefinitionRequest request) {
        String arn = ARN + "task-definition/%s:%d".formatted(request.family(), ++revisions);
        calls.add("RegisterTaskDefinition " + request.family());
        active.add(arn);
        return TaskDefinition.builder().taskDefinitionArn(arn).build();
    }

    @Override
    public Optional<Revision> describe(String familyOrArn) {
        return active.contains(familyOrArn)
                ? Optional.of(new Revision(
                        TaskDefinition.builder()
                                .taskDefinitionArn(familyOrArn)
                                .status(TaskDefinitionStatus.ACTIVE)
                                .build(),
                        Map.of()))
                : Optional.empty();
    }

    /** Somebody deregisters all there is. */
    void deregisterAll() {
        active.clear();
    }

    @Override
    public void deregister(String arn) {
        active.remove(arn);
        calls.add("DeregisterTaskDefinition " + arn.substring(arn.lastIndexOf('/') + 1));
    }

    @Override
    public void listActive(Consumer<String> arns) {
        throw new IllegalStateException("a turn lists no revisions");
    }

    @Override
    public Started run(RunTaskRequest request) {
        throw new IllegalStateException("a schedule runs no tasks");
    }

    @Override
    public Task stop(String clusterArn, String task, String reason) {
        throw new IllegalStateException("a schedule stops no tasks");
    }

    @Override
    public List<String> stopped(String clusterArn, String service) {
        throw new IllegalStateException("a schedule has no service");
    }

    @Override
    public List<String> startedBy(String clusterArn, String startedBy) {
        reads++;
        return tasks.stream()
                .filter(task -> !"STOPPED".equals(task.lastStatus()))
                .map(Task::taskArn)
                .toList();
    }

    @Override
    public List<String> stoppedOfFamily(String clusterArn, String family) {
        reads++;
        return tasks.stream()
                .filter(task -> "STOPPED".equals(task.lastStatus()))
                .map(Task::taskArn)
                .toList();
    }

    @Override
    public Described describe(String clusterArn, List<String> asked) {
        reads++;
        return new Described(
                tasks.stream().filter(task -> asked.contains(task.taskArn())).toList(), Set.of());
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
            return Optional.ofNullable(schedules.get(name)).map(MemoryAws::live);
        }

        @Override
        public List<Summary> list(String group) {
            return schedules.keySet().stream()
                    .map(name -> new Summary(name, java.time.Instant.EPOCH, true))
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

    private final class Iam implements Roles {
        @Override
        public Optional<Role> describe(String name) {
            return Optional.ofNullable(roles.get(name)).map(tags -> new Role(name, tags));
        }

        @Override
        public Optional<String> policy(String role, String policy) {
            return Optional.ofNullable(policies.get(role));
        }

        @Override
        public String create(NewRole role) {
            calls.add("CreateRole " + role.path() + role.name());
            roles.put(role.name(), role.tags());
            return role.name();
        }

        @Override
        public void put(String role, String policy, String document) {
            calls.add("PutRolePolicy " + policy);
            policies.put(role, document);
        }

        @Override
        public void deletePolicy(String role, String policy) {
            calls.add("DeleteRolePolicy " + policy);
            policies.remove(role);
        }

        @Override
        public void delete(String name) {
            calls.add("DeleteRole");
            roles.remove(name);
        }

        @Override
        public void tag(String name, Map<String, String> tags) {
            throw new IllegalStateException("a role is not tagged again");
        }

        @Override
        public void untag(String name, Set<String> keys) {
            throw new IllegalStateException("a role is not tagged again");
        }
    }
}

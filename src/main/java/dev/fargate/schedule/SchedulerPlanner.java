package dev.fargate.schedule;

import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleSpec;
import dev.fargate.aws.Owner;
import dev.fargate.aws.Roles;
import dev.fargate.aws.ScheduleDifferences;
import dev.fargate.aws.SchedulerRole;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Problem;
import dev.fargate.turn.Tolerance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/** Plans what EventBridge Scheduler is to hold, where it starts the runs. */
record SchedulerPlanner(DesiredSchedule desired, FargateSchedule resource, Instant now) {

    /** Steps and what stays beside them, or why nothing may be done. */
    record Planned(List<ScheduleStep> steps, ScheduleDrift drift, Optional<Problem> problem) {
        static Planned not(Problem problem) {
            return new Planned(List.of(), ScheduleDrift.NONE, Optional.of(problem));
        }
    }

    /**
     * The steps from what is there.
     *
     * @param revision that is to be run; empty while it is to be registered
     * @param thorough the role is looked at even if the schedule is as it should be
     * @param made the ARN of the role that the operator made, if it did
     */
    Planned plan(SchedulerEye eye, Optional<String> revision, boolean thorough, Optional<String> made) {
        Optional<GetScheduleResponse> live = eye.schedule();
        if (live.filter(schedule -> !SchedulerNames.owns(owner(), schedule.description()))
                .isPresent()) {
            return Planned.not(notOurs("Schedule " + name(), "description"));
        }
        if (live.isEmpty() && desired.timetable().next(now).isEmpty()) {
            // It would never run, and AWS takes none of that kind.
            return new Planned(List.of(), ScheduleDrift.NONE, Optional.empty());
        }
        FargateScheduleSpec spec = resource.getSpec();
        boolean managed = ScheduleResolver.isManaged(spec);
        Optional<SchedulerRole> rights = managed ? rights(revision) : Optional.empty();
        if (managed && rights.isEmpty()) {
            return Planned.not(
                    Problem.stalled(
                            "Invalid",
                            "spec.role: what the tasks of a revision given by ARN need is not known, so the operator cannot make a role for them. Name a FargateTaskDefinition in taskDefinition, or give role the ARN of one."));
        }
        String roleArn = managed ? home().roleArn() : spec.role();
        SchedulerRequests asked =
                new SchedulerRequests(desired, spec, Tolerance.of(spec.driftPolicy(), spec.ignoreFields()), now);
        ScheduleDrift drift = ScheduleDrift.of(
                asked,
                live.map(schedule -> differences(asked, revision, roleArn, schedule))
                        .orElse(List.of()),
                resource.getStatus());
        SchedulerRequests requests = asked.tolerating(drift.spared(asked.tolerance()));
        List<Difference> differences = live.map(schedule -> differences(requests, revision, roleArn, schedule))
                .orElse(List.of());
        List<ScheduleStep> steps = new ArrayList<>();
        boolean isRoleIdle = !managed && made.isPresent();
        if (live.isPresent() && differences.isEmpty() && !thorough && !isRoleIdle) {
            return new Planned(steps, drift, Optional.empty());
        }
        if (live.isEmpty()) {
            Optional<SchedulerEye.Group> group = eye.group();
            if (group.isEmpty()) {
                steps.add(new ScheduleStep.MakeGroup(home().group()));
            } else if (group.get().deleting()) {
                return Planned.not(Problem.waiting(
                        "GroupDeleting",
                        "AWS is still deleting schedule group %s; it is made anew then.".formatted(home().group())));
            } else if (!owner().clusterId().equals(group.get().tags().get(Owner.CLUSTER))) {
                return Planned.not(notOurs("Schedule group " + home().group(), "tags"));
            }
        }
        if (managed) {
            Optional<SchedulerEye.Role> role = eye.role();
            if (role.filter(found -> !owner().owns(found.role().tags())).isPresent()) {
                return Planned.not(notOurs("Role " + home().role(), "tags"));
            }
            steps.addAll(role(rights.get(), role));
        }
        if (live.isEmpty() || !differences.isEmpty()) {
            steps.add(new ScheduleStep.Put(name(), roleArn, live, differences, requests));
        }
        if (isRoleIdle) {
            steps.add(new ScheduleStep.RemoveRole(home().role()));
        }
        return new Planned(steps, drift, Optional.empty());
    }

    private List<ScheduleStep> role(SchedulerRole rights, Optional<SchedulerEye.Role> found) {
        String name = home().role();
        List<ScheduleStep> steps = new ArrayList<>();
        if (found.isEmpty()) {
            steps.add(new ScheduleStep.MakeRole(new Roles.NewRole(
                    name,
                    home().bounds().path(),
                    SchedulerNames.description(owner()),
                    rights.trust(home().group()),
                    home().boundaryArn(),
                    owner().tags())));
        }
        if (found.flatMap(SchedulerEye.Role::policy)
                .filter(rights.policy()::equals)
                .isEmpty()) {
            steps.add(new ScheduleStep.PutPolicy(name, rights.policy()));
        }
        return steps;
    }

    /** What the tasks need; empty if nobody knows. */
    private Optional<SchedulerRole> rights(Optional<String> revision) {
        return desired.run()
                .content()
                .map(content -> new SchedulerRole(
                        home().place().clusterArn(),
                        revision.map(SchedulerPlanner::family).orElseGet(content::family),
                        passed(content),
                        Optional.ofNullable(resource.getSpec().deadLetterQueueArn()),
                        Optional.ofNullable(resource.getSpec().kmsKeyArn())));
    }

    static String family(String revision) {
        return revision.substring(revision.lastIndexOf('/') + 1, revision.lastIndexOf(':'));
    }

    private static Set<String> passed(RegisterTaskDefinitionRequest content) {
        return Stream.of(content.taskRoleArn(), content.executionRoleArn())
                .filter(role -> role != null && !role.isEmpty())
                .collect(Collectors.toSet());
    }

    /** While its revision is to be registered the schedule differs in that, at least. */
    private static List<Difference> differences(
            SchedulerRequests requests, Optional<String> revision, String roleArn, GetScheduleResponse live) {
        CreateScheduleRequest declared = requests.of(revision.orElse("(to be registered)"), roleArn, Optional.of(live));
        return ScheduleDifferences.between(declared, live).stream()
                .map(field -> new Difference(field.path(), field.declared(), field.live()))
                .toList();
    }

    private Home home() {
        return desired.home();
    }

    private Owner owner() {
        return home().owner();
    }

    private String name() {
        return home().schedule();
    }

    private static Problem notOurs(String what, String where) {
        return Problem.stalled(
                "NotOurs",
                "%s exists and is not this schedule's, by its %s. Delete it, or rename this resource; nothing was changed."
                        .formatted(what, where));
    }
}

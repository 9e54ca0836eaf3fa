package dev.fargate.schedule;

import dev.fargate.api.FargateTask;
import dev.fargate.aws.Roles;
import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Step;
import dev.fargate.taskdefinition.DesiredTaskDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/** What the loop can do for a FargateSchedule. */
sealed interface ScheduleStep extends Step {

    record Register(DesiredTaskDefinition definition) implements ScheduleStep {
        @Override
        public Change change() {
            return Change.of(
                    Change.Verb.CREATE,
                    "task definition %s (%s)".formatted(definition.request().family(), definition.hash()));
        }
    }

    record MakeGroup(String name) implements ScheduleStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, "schedule group " + name);
        }
    }

    record MakeRole(Roles.NewRole role) implements ScheduleStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, "role " + role.name());
        }
    }

    /** Writes what a role may do. */
    record PutPolicy(String role, String document) implements ScheduleStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.UPDATE, "policy of role " + role);
        }
    }

    /**
     * Creates the schedule, or makes it as it should be again.
     *
     * @param role that it has
     */
    record Put(
            String name,
            String role,
            Optional<GetScheduleResponse> live,
            List<Difference> differences,
            SchedulerRequests requests)
            implements ScheduleStep {
        @Override
        public Change change() {
            return live.isEmpty()
                    ? Change.of(Change.Verb.CREATE, "schedule " + name)
                    : new Change(Change.Verb.UPDATE, "schedule " + name, differences);
        }

        CreateScheduleRequest request(String revision) {
            return requests.of(revision, role, live);
        }
    }

    /**
     * Deletes the schedule.
     *
     * @param withGroup its group goes next; until then the record of it stays
     */
    record Remove(String name, boolean withGroup) implements ScheduleStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "schedule " + name);
        }
    }

    record RemoveRole(String name) implements ScheduleStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "role " + name);
        }
    }

    record RemoveGroup(String name) implements ScheduleStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "schedule group " + name);
        }
    }

    /**
     * Starts a run.
     *
     * @param due when it is due; empty for one that a person asked for
     */
    record Start(FargateTask run, Optional<Instant> due) implements ScheduleStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, "run " + run.getMetadata().getName());
        }
    }

    /** Deletes a run: one that is to make room, or one that ended and is not kept. */
    record Drop(FargateTask run, boolean active) implements ScheduleStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "run " + run.getMetadata().getName());
        }
    }

    record Deregister(String arn) implements ScheduleStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "revision " + arn);
        }
    }
}

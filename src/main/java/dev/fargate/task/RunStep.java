package dev.fargate.task;

import dev.fargate.api.FargateTaskStatus.Launch;
import dev.fargate.engine.Change;
import dev.fargate.engine.Step;
import dev.fargate.taskdefinition.DesiredTaskDefinition;

/** What the loop can do for a FargateTask. */
sealed interface RunStep extends Step {

    /** Registers the revision that all its tasks run. */
    record Register(DesiredTaskDefinition definition) implements RunStep {
        @Override
        public Change change() {
            return Change.of(
                    Change.Verb.CREATE,
                    "task definition %s (%s)".formatted(definition.request().family(), definition.hash()));
        }
    }

    /** Makes a call again of which nobody knows whether it had an effect: its token starts nothing a second time. */
    record Repeat(Launch launch) implements RunStep {
        @Override
        public Change change() {
            return Change.of(
                    Change.Verb.CREATE, "%s (call %d, again)".formatted(tasks(launch.count()), launch.number()));
        }
    }

    /** Looks for the tasks of a call that is not to be made again. */
    record Find(Launch launch) implements RunStep {
        @Override
        public Change change() {
            return Change.of(
                    Change.Verb.WAIT, "%s (call %d, looked for)".formatted(tasks(launch.count()), launch.number()));
        }
    }

    /** Starts tasks, in as many calls as that takes. */
    record Start(int count) implements RunStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, tasks(count));
        }
    }

    record Stop(String task, String reason) implements RunStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "task " + task);
        }
    }

    record Deregister(String arn) implements RunStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "revision " + arn);
        }
    }

    static String tasks(int count) {
        return count == 1 ? "1 task" : count + " tasks";
    }
}

package dev.fargate.api;

/** What makes a run one that can be counted to its end, as CEL, with the words that a breach is refused with. */
final class RunRules {
    static final String ONE_TASK =
            "[has(self.task), has(self.taskDefinition), has(self.fromSchedule)].exists_one(given, given)";
    static final String ONE_TASK_SAYS = "a run says what its tasks are: write task, or name a FargateTaskDefinition in"
            + " taskDefinition, or a FargateSchedule in fromSchedule; one of the three";

    static final String FROZEN = "has(self.task) == has(oldSelf.task)"
            + " && has(self.overrides) == has(oldSelf.overrides)"
            + " && (has(self.taskDefinition) ? self.taskDefinition : '')"
            + " == (has(oldSelf.taskDefinition) ? oldSelf.taskDefinition : '')"
            + " && (has(self.fromSchedule) ? self.fromSchedule : '')"
            + " == (has(oldSelf.fromSchedule) ? oldSelf.fromSchedule : '')";
    /** Two tasks of one run are the same, whenever they were started. */
    static final String FROZEN_SAYS =
            "what a run's tasks are is immutable: create another FargateTask for another task, taskDefinition, fromSchedule or overrides";

    static final String COMPLETIONS =
            "(has(self.completions) ? self.completions : 1) == (has(oldSelf.completions) ? oldSelf.completions : 1)";
    static final String COMPLETIONS_SAYS = "completions is immutable: create another FargateTask for more";

    static final String PARALLELISM =
            "!has(self.parallelism)" + " || self.parallelism <= (has(self.completions) ? self.completions : 1)";
    static final String PARALLELISM_SAYS =
            "parallelism is above completions, and no more tasks are started than must succeed: raise completions to it";

    static final String OVERRIDDEN =
            "!has(self.task) || !has(self.overrides) || !has(self.overrides.containerOverrides)"
                    + " || self.overrides.containerOverrides.all(o, self.task.containers.exists(c, c.name == o.name))";
    static final String OVERRIDDEN_SAYS = "overrides.containerOverrides names a container that the task does not have:"
            + " take the name of one of task.containers";

    static final String RULED = "!has(self.task) || !has(self.failurePolicy) || self.failurePolicy.rules.all(r,"
            + " !has(r.containerName) || self.task.containers.exists(c, c.name == r.containerName))";
    static final String RULED_SAYS = "failurePolicy names a container that the task does not have:"
            + " take the name of one of task.containers, or leave containerName out";

    static final String NO_SUCCESS = "self.operator != 'In' || !(0 in self.values)";
    static final String NO_SUCCESS_SAYS =
            "a failure rule is about failures, and exit code 0 is none: remove 0 from values";

    private RunRules() {}
}

package dev.fargate.api;

/** What makes a schedule one that somebody can keep, as CEL, with the words that a breach is refused with. */
final class ScheduleRules {
    /** A run's name has the schedule's and eleven characters more. */
    static final String NAME = "!self.metadata.name.contains('.') && size(self.metadata.name) <= 52";

    static final String NAME_SAYS = "metadata.name becomes part of the names of runs:"
            + " take a DNS label (lowercase letters, digits, -) of up to 52 characters";

    static final String ONE_TASK = "has(self.task) != has(self.taskDefinition)";
    static final String ONE_TASK_SAYS =
            "a schedule says what its runs run: write task, or name a FargateTaskDefinition in taskDefinition; one of the two";

    /** Its fields are looked at by the operator, which tells what is wrong with which of them. */
    static final String EXPRESSION =
            "self.matches('^(cron[(].+[)]|rate[(].+[)]|at[(].+[)]|@[a-z]+|[^ ]+( [^ ]+){4})$')";

    static final String EXPRESSION_SAYS = "schedule is cron(MINUTE HOUR DAY MONTH WEEKDAY YEAR), rate(N minutes),"
            + " at(2030-01-31T02:00:00), or a Unix cron expression of five fields";

    static final String ZONE = "self.matches('^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$')";
    static final String ZONE_SAYS = "timeZone is a name of the IANA time zone database such as Europe/Berlin";

    static final String TIME = "self.matches('^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$')";
    static final String TIME_SAYS = "give the time in UTC, such as 2030-01-31T02:00:00Z";

    static final String PERIOD =
            "!has(self.startDate) || !has(self.endDate) || timestamp(self.startDate) < timestamp(self.endDate)";
    static final String PERIOD_SAYS = "endDate is not after startDate: the schedule would never run";

    private static final String ALLOW = "(!has(self.concurrencyPolicy) || self.concurrencyPolicy == 'Allow')";

    static final String ROLE_GIVEN = "!" + ALLOW + " || has(self.role)";
    static final String ROLE_GIVEN_SAYS =
            "with concurrencyPolicy Allow, EventBridge Scheduler starts the tasks and needs"
                    + " a role for that: write role: Managed, or the ARN of one";

    static final String ROLE = "self == 'Managed' || " + Formats.ROLE;
    static final String ROLE_SAYS = "role is Managed, or the full ARN of a role: arn:aws:iam::123456789012:role/NAME";

    /** What EcsParameters has no room for. */
    static final String OPERATOR_ONLY = "!" + ALLOW + " || !(has(self.startingDeadlineSeconds)"
            + " || has(self.backoffLimit) || has(self.backoffSeconds) || has(self.activeDeadlineSeconds)"
            + " || has(self.failurePolicy))";

    static final String OPERATOR_ONLY_SAYS = "with concurrencyPolicy Allow, EventBridge Scheduler starts the tasks and"
            + " cannot do startingDeadlineSeconds (it has retryPolicy.maximumEventAgeInSeconds), backoffLimit,"
            + " backoffSeconds, activeDeadlineSeconds or failurePolicy: remove them, or set concurrencyPolicy to Forbid or"
            + " Replace";

    static final String OVERRIDABLE = "!" + ALLOW + " || !has(self.overrides) || !(has(self.overrides.cpu)"
            + " || has(self.overrides.memory) || has(self.overrides.ephemeralStorage)"
            + " || has(self.overrides.executionRoleArn) || has(self.overrides.taskRoleArn))";

    static final String OVERRIDABLE_SAYS =
            "with concurrencyPolicy Allow, EventBridge Scheduler starts the tasks, and only"
                    + " overrides.containerOverrides is known to reach them: put cpu, memory, ephemeralStorage and roles into the"
                    + " task definition, or set concurrencyPolicy to Forbid or Replace";

    static final String SCHEDULER_ONLY = ALLOW + " || !(has(self.role) || has(self.kmsKeyArn) || has(self.retryPolicy)"
            + " || has(self.deadLetterQueueArn) || has(self.flexibleTimeWindowMinutes) || has(self.group)"
            + " || has(self.driftPolicy) || has(self.ignoreFields))";

    static final String SCHEDULER_ONLY_SAYS =
            "with concurrencyPolicy Forbid or Replace the operator starts the runs, and"
                    + " role, kmsKeyArn, retryPolicy, deadLetterQueueArn, flexibleTimeWindowMinutes, group, driftPolicy and ignoreFields, which are"
                    + " EventBridge Scheduler's, would do nothing: remove them, or set concurrencyPolicy to Allow";

    static final String KEY = "self.matches('^arn:aws[a-z0-9-]*:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/.+$')";
    static final String KEY_SAYS = "give the key by its full ARN: arn:aws:kms:REGION:ACCOUNT:key/ID";

    static final String QUEUE = "self.matches('^arn:aws[a-z0-9-]*:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$')";
    static final String QUEUE_SAYS = "give the queue, a standard one, by its full ARN: arn:aws:sqs:REGION:ACCOUNT:NAME";

    private ScheduleRules() {}
}

package dev.fargate.api;

/** What Application Auto Scaling asks of policies and scheduled actions, as CEL, with the words that a breach is refused with. */
final class ScalingRules {
    static final String METRIC = "has(self.predefinedMetricType) != has(self.customizedMetricSpecification)";
    static final String METRIC_SAYS =
            "a target tracking policy follows one metric: write predefinedMetricType or customizedMetricSpecification";

    static final String LABEL =
            "has(self.resourceLabel) == (has(self.predefinedMetricType) && self.predefinedMetricType == 'ALBRequestCountPerTarget')";
    static final String LABEL_SAYS =
            "resourceLabel says whose requests ALBRequestCountPerTarget counts, and goes with it only:"
                    + " app/LOAD-BALANCER/ID/targetgroup/TARGET-GROUP/ID";

    static final String BOUNDS = "has(self.min) || has(self.max)";
    static final String BOUNDS_SAYS = "a scheduled action sets min, max or both";

    static final String ORDER = "!has(self.min) || !has(self.max) || self.min <= self.max";
    static final String ORDER_SAYS = "min of a scheduled action is more than its max";

    static final String SCHEDULE = "self.matches('^(at|rate|cron)[(].+[)]$')";
    static final String SCHEDULE_SAYS =
            "schedule is at(2030-01-31T02:00:00), rate(N minutes, hours or days) or cron(MINUTE HOUR DAY MONTH WEEKDAY YEAR)";

    static final String MAGNITUDE =
            "!has(self.minAdjustmentMagnitude) || self.adjustmentType == 'PercentChangeInCapacity'";
    static final String MAGNITUDE_SAYS = "minAdjustmentMagnitude goes with adjustmentType PercentChangeInCapacity only";

    static final String PERIOD_SAYS = "period of an alarm is 60 seconds or a multiple of it";

    private ScalingRules() {}
}

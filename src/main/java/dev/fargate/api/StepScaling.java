package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** A policy that an alarm sets off: the further the metric is beyond the alarm's threshold, the larger the step. */
@ValidationRule(value = ScalingRules.MAGNITUDE, message = ScalingRules.MAGNITUDE_SAYS)
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record StepScaling(
        @JsonPropertyDescription("Unique among the policies here; in AWS fargate-operator-step-<name>.")
        @Required
        @Size(min = 1, max = 64)
        @Pattern("^[A-Za-z0-9_-]{1,64}$")
        String name,

        @JsonPropertyDescription(
                "What scalingAdjustment means: ChangeInCapacity (tasks more or less), PercentChangeInCapacity or "
                        + "ExactCapacity.")
        @Required
        Adjustment adjustmentType,

        @JsonPropertyDescription("The steps; AWS refuses those that overlap or leave a gap.")
        @Required
        @Size(min = 1, max = 20)
        List<Step> stepAdjustments,

        @JsonPropertyDescription(
                "Least number of tasks that PercentChangeInCapacity changes, 1 to 5000. Absent: default as the percentage says.")
        @Min(1)
        @Max(5000)
        Integer minAdjustmentMagnitude,

        @JsonPropertyDescription("Seconds, 0 to 86400, for a step to take effect before the next. Absent: default 300.")
        @Min(0)
        @Max(86400)
        Integer cooldown,

        @JsonPropertyDescription(
                "What the data points of a period become: Average, Minimum or Maximum. Absent: default Average.")
        Aggregation metricAggregationType,

        @JsonPropertyDescription("The alarm that sets it off; made with the policy and gone with it.") @Required
        Alarm alarm) {

    public StepScaling {
        stepAdjustments = Api.filled(stepAdjustments);
    }

    /** As Application Auto Scaling has them. */
    public enum Adjustment {
        ChangeInCapacity,
        PercentChangeInCapacity,
        ExactCapacity
    }

    /** As Application Auto Scaling has them. */
    public enum Aggregation {
        Average,
        Minimum,
        Maximum
    }

    /** How a value sets an alarm off. */
    public enum Comparison {
        GreaterThanOrEqualToThreshold,
        GreaterThanThreshold,
        LessThanThreshold,
        LessThanOrEqualToThreshold
    }

    /** A step, for a part of the values beyond the threshold. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Step(
            @JsonPropertyDescription(
                    "From so much above (or, negative, below) the threshold. Absent: default without end.")
            Double metricIntervalLowerBound,

            @JsonPropertyDescription(
                    "Up to so much above (or, negative, below) the threshold. Absent: default without end.")
            Double metricIntervalUpperBound,

            @JsonPropertyDescription("Tasks or percent, as adjustmentType says; negative for fewer.")
            @Required
            @Min(-5000)
            @Max(5000)
            Integer scalingAdjustment) {}

    /** An alarm of CloudWatch on one metric. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Alarm(
            @JsonPropertyDescription("Namespace in CloudWatch. Absent: default AWS/ECS.") @Size(min = 1, max = 255)
            String namespace,

            @JsonPropertyDescription("Name in the namespace, such as CPUUtilization.")
            @Required
            @Size(min = 1, max = 255)
            String metricName,

            @JsonPropertyDescription(
                    "All dimensions with which it is published. Absent: default ClusterName and ServiceName of this service.")
            @Size(max = 30)
            List<MetricDimension> dimensions,

            @JsonPropertyDescription("Average, Minimum, Maximum, SampleCount or Sum. Absent: default Average.")
            TargetTracking.Statistic statistic,

            @JsonPropertyDescription(
                    "GreaterThanOrEqualToThreshold, GreaterThanThreshold, LessThanThreshold or LessThanOrEqualToThreshold.")
            @Required
            Comparison comparisonOperator,

            @JsonPropertyDescription("The value that it is compared with.") @Required
            Double threshold,

            @JsonPropertyDescription("Seconds of a period: 60 or a multiple of it, up to 86400. Absent: default 60.")
            @Min(60)
            @Max(86400)
            @ValidationRule(value = "self % 60 == 0", message = ScalingRules.PERIOD_SAYS)
            Integer period,

            @JsonPropertyDescription("Periods in a row, 1 to 1440, that set it off. Absent: default 1.")
            @Min(1)
            @Max(1440)
            Integer evaluationPeriods) {

        public Alarm {
            dimensions = Api.filled(dimensions);
        }
    }
}

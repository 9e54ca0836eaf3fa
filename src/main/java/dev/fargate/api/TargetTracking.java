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

/** A policy that keeps a metric near a value by the number of tasks. */
@ValidationRule(value = ScalingRules.METRIC, message = ScalingRules.METRIC_SAYS)
@ValidationRule(value = ScalingRules.LABEL, message = ScalingRules.LABEL_SAYS)
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record TargetTracking(
        @JsonPropertyDescription("Unique among the policies here; in AWS fargate-operator-<name>.")
        @Required
        @Size(min = 1, max = 64)
        @Pattern("^[A-Za-z0-9_-]{1,64}$")
        String name,

        @JsonPropertyDescription(
                "The metric: ECSServiceAverageCPUUtilization, ECSServiceAverageMemoryUtilization (percent) or "
                        + "ALBRequestCountPerTarget (requests a minute). Absent: default customizedMetricSpecification; one of the two is needed.")
        Metric predefinedMetricType,

        @JsonPropertyDescription(
                "Whose requests ALBRequestCountPerTarget counts: the ends of the load balancer's and the target group's ARN, "
                        + "app/NAME/ID/targetgroup/NAME/ID. Absent: default none; it goes with that metric only.")
        @Size(max = 1023)
        @Pattern("^app/[^/]+/[^/]+/targetgroup/[^/]+/[^/]+$")
        String resourceLabel,

        @JsonPropertyDescription(
                "Another metric of CloudWatch; it must fall as the number of tasks grows. Absent: default "
                        + "predefinedMetricType; one of the two is needed.")
        CustomizedMetric customizedMetricSpecification,

        @JsonPropertyDescription("The value that the metric is to have.") @Required
        Double targetValue,

        @JsonPropertyDescription(
                "Seconds, 0 to 86400, after fewer tasks before there may be fewer again. Absent: default 300.")
        @Min(0)
        @Max(86400)
        Integer scaleInCooldown,

        @JsonPropertyDescription(
                "Seconds, 0 to 86400, after more tasks before they count as not enough. Absent: default 300.")
        @Min(0)
        @Max(86400)
        Integer scaleOutCooldown,

        @JsonPropertyDescription("This policy never takes tasks away. Absent: default false.")
        Boolean disableScaleIn) {

    /** Those of Application Auto Scaling that ECS services have. */
    public enum Metric {
        ECSServiceAverageCPUUtilization,
        ECSServiceAverageMemoryUtilization,
        ALBRequestCountPerTarget
    }

    /** What several data points become. */
    public enum Statistic {
        Average,
        Minimum,
        Maximum,
        SampleCount,
        Sum
    }

    /** A metric by its name. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CustomizedMetric(
            @JsonPropertyDescription("Namespace in CloudWatch.") @Required @Size(min = 1, max = 255)
            String namespace,

            @JsonPropertyDescription("Name in the namespace.") @Required @Size(min = 1, max = 255)
            String metricName,

            @JsonPropertyDescription("All dimensions with which it is published. Absent: default none.") @Size(max = 30)
            List<MetricDimension> dimensions,

            @JsonPropertyDescription("Average, Minimum, Maximum, SampleCount or Sum.") @Required
            Statistic statistic,

            @JsonPropertyDescription("Unit with which it is published, such as Percent or Count. Absent: default any.")
            @Size(max = 32)
            String unit) {

        public CustomizedMetric {
            dimensions = Api.filled(dimensions);
        }
    }
}

package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** Application Auto Scaling of a service: it owns the number of tasks then. */
@ValidationRule(value = "self.min <= self.max", message = "scaling.min is more than scaling.max")
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Scaling(
        @JsonPropertyDescription("Fewest tasks, 0 to 5000; a new service starts with so many.")
        @Required
        @Min(0)
        @Max(5000)
        Integer min,

        @JsonPropertyDescription("Most tasks, 0 to 5000.") @Required @Min(0) @Max(5000)
        Integer max,

        @JsonPropertyDescription(
                "Policies and scheduled actions wait while a rollout is in progress. Absent: default false; "
                        + "Application Auto Scaling itself scales out only, then.")
        Boolean suspendDuringRollout,

        @JsonPropertyDescription(
                "Policies that keep a metric near a value. Policies of others stay. Absent: default none.")
        @Size(max = 8)
        List<TargetTracking> targetTracking,

        @JsonPropertyDescription(
                "Policies that an alarm of their own sets off. Policies of others stay. Absent: default none.")
        @Size(max = 8)
        List<StepScaling> stepScaling,

        @JsonPropertyDescription(
                "Other bounds from a time on. What one has set stays until another does, or until min and max here are edited. "
                        + "Scheduled actions of others stay. Absent: default none.")
        @Size(max = 16)
        List<ScheduledScaling> scheduledActions) {

    public Scaling {
        targetTracking = Api.filled(targetTracking);
        stepScaling = Api.filled(stepScaling);
        scheduledActions = Api.filled(scheduledActions);
    }
}

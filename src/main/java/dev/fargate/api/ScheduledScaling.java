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

/** Other bounds from a time on: to be warm before a peak that is known, to be small at night. */
@ValidationRule(value = ScalingRules.BOUNDS, message = ScalingRules.BOUNDS_SAYS)
@ValidationRule(value = ScalingRules.ORDER, message = ScalingRules.ORDER_SAYS)
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ScheduledScaling(
        @JsonPropertyDescription("Unique among the scheduled actions here; in AWS fargate-operator-<name>.")
        @Required
        @Size(min = 1, max = 64)
        @Pattern("^[A-Za-z0-9_-]{1,64}$")
        String name,

        @JsonPropertyDescription(
                "When: at(2030-01-31T02:00:00), which is put until it is over; rate(N minutes, hours or days) or "
                        + "cron(MINUTE HOUR DAY MONTH WEEKDAY YEAR).")
        @Required
        @Size(min = 1, max = 256)
        @ValidationRule(value = ScalingRules.SCHEDULE, message = ScalingRules.SCHEDULE_SAYS)
        String schedule,

        @JsonPropertyDescription(
                "Time zone of at and cron, by its name in the IANA database such as Europe/Berlin. Absent: default UTC.")
        @Size(min = 1, max = 50)
        @ValidationRule(value = ScheduleRules.ZONE, message = ScheduleRules.ZONE_SAYS)
        String timezone,

        @JsonPropertyDescription(
                "Time in UTC, such as 2030-01-31T02:00:00Z, before which it does not happen. Absent: default as soon as it is there.")
        @Size(max = 20)
        @ValidationRule(value = ScheduleRules.TIME, message = ScheduleRules.TIME_SAYS)
        String startTime,

        @JsonPropertyDescription("Time in UTC after which it does not happen any more. Absent: default never.")
        @Size(max = 20)
        @ValidationRule(value = ScheduleRules.TIME, message = ScheduleRules.TIME_SAYS)
        String endTime,

        @JsonPropertyDescription("Fewest tasks from then on, 0 to 5000. Absent: default as before.") @Min(0) @Max(5000)
        Integer min,

        @JsonPropertyDescription("Most tasks from then on, 0 to 5000. Absent: default as before.") @Min(0) @Max(5000)
        Integer max) {}

package dev.fargate.scaling;

import dev.fargate.api.ScheduledScaling;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTargetAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** A scheduled action as a request. */
final class ScheduledBounds {
    private static final Pattern AT = Pattern.compile("at\\((\\S+)\\)");
    private static final String UTC = "UTC";

    private ScheduledBounds() {}

    static PutScheduledActionRequest request(String resourceId, ScheduledScaling action) {
        return PutScheduledActionRequest.builder()
                .serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(resourceId)
                .scheduledActionName(OwnNames.of(action.name()))
                .schedule(action.schedule())
                .timezone(Objects.requireNonNullElse(action.timezone(), UTC))
                .startTime(time(action.startTime()))
                .endTime(time(action.endTime()))
                .scalableTargetAction(ScalableTargetAction.builder()
                        .minCapacity(action.min())
                        .maxCapacity(action.max())
                        .build())
                .build();
    }

    /** What somebody would have to ask for to get this. */
    static PutScheduledActionRequest asked(ScheduledAction live) {
        return PutScheduledActionRequest.builder()
                .serviceNamespace(live.serviceNamespace())
                .scalableDimension(live.scalableDimension())
                .resourceId(live.resourceId())
                .scheduledActionName(live.scheduledActionName())
                .schedule(live.schedule())
                .timezone(Objects.requireNonNullElse(live.timezone(), UTC))
                .startTime(live.startTime())
                .endTime(live.endTime())
                .scalableTargetAction(live.scalableTargetAction())
                .build();
    }

    /** Whether it does not happen any more. What cannot be read is left to AWS to refuse. */
    static boolean isOver(ScheduledScaling action, Instant now) {
        return Optional.ofNullable(time(action.endTime()))
                .or(() -> once(action))
                .filter(end -> !end.isAfter(now))
                .isPresent();
    }

    private static Optional<Instant> once(ScheduledScaling action) {
        Matcher at = AT.matcher(action.schedule());
        if (!at.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(at.group(1))
                    .atZone(ZoneId.of(Objects.requireNonNullElse(action.timezone(), UTC)))
                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Instant time(String given) {
        return given == null ? null : Instant.parse(given);
    }
}

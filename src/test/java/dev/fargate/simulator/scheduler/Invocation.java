package dev.fargate.simulator.scheduler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One run of a schedule that is to be started.
 *
 * @param scheduled the time that the schedule names
 * @param next when to try, or to try again
 * @param attempt 1 for the first try
 */
record Invocation(Schedule schedule, JsonNode target, Instant scheduled, Instant next, int attempt) {
    /** AWS backs off exponentially, and does not say how. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    static Invocation of(Schedule schedule, Instant scheduled) {
        return new Invocation(schedule, schedule.target(), scheduled, scheduled.plus(schedule.delay()), 1);
    }

    /** Runs the tasks; a reply that started none is a failure, too. */
    void make(Around around) {
        ObjectNode reply = around.runTask(schedule.realm(), RunTaskRequest.of(target, schedule.name(), overrides()));
        if (reply.path("tasks").isEmpty()) {
            throw new AwsFault(
                    400,
                    "ECS.Failures",
                    reply.path("failures").path(0).path("reason").asText());
        }
    }

    private JsonNode overrides() {
        try {
            return target.hasNonNull("Input") ? JSON.readTree(input()) : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            throw Definition.invalid("Input is no JSON: " + e.getOriginalMessage());
        }
    }

    /** https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
    private String input() {
        return target.path("Input")
                .asText()
                .replace("<aws.scheduler.schedule-arn>", schedule.arn())
                .replace("<aws.scheduler.scheduled-time>", stamp())
                .replace("<aws.scheduler.execution-id>", execution())
                .replace("<aws.scheduler.attempt-number>", Integer.toString(attempt));
    }

    private String stamp() {
        return scheduled.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String execution() {
        return UUID.nameUUIDFromBytes((schedule.arn() + scheduled + attempt).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private JsonNode retries() {
        return target.path("RetryPolicy");
    }

    private boolean exhausted() {
        return attempt > retries().path("MaximumRetryAttempts").asInt();
    }

    private Instant again() {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 10));
        return next.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    private boolean tooOld() {
        return again().isAfter(scheduled.plusSeconds(
                retries().path("MaximumEventAgeInSeconds").asInt()));
    }

    boolean mayTryAgain() {
        return !exhausted() && !tooOld();
    }

    Invocation retry() {
        return new Invocation(schedule, target, scheduled, again(), attempt + 1);
    }

    /** To the dead-letter queue, if there is one. */
    void bury(AwsFault fault, Around around) {
        String queue = target.path("DeadLetterConfig").path("Arn").asText("");
        if (!queue.isEmpty()) {
            ObjectNode attributes = JSON.createObjectNode()
                    .put("SCHEDULE_ARN", schedule.arn())
                    .put("SCHEDULED_TIME", stamp())
                    .put("TARGET_ARN", target.path("Arn").asText())
                    .put("EXECUTION_ID", execution())
                    .put("RETRY_ATTEMPTS", Integer.toString(attempt - 1))
                    .put("ERROR_CODE", fault.code())
                    .put("ERROR_MESSAGE", fault.getMessage())
                    .put(
                            "EXHAUSTED_RETRY_CONDITION",
                            exhausted() ? "MaximumRetryAttempts" : "MaximumEventAgeInSeconds");
            around.deadLetter(schedule.realm(), queue, target.path("Input").asText("{}"), attributes);
        }
    }
}

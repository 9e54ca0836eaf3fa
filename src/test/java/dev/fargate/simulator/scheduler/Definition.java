package dev.fargate.simulator.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a create or an update asks for: refused as AWS does, then with what AWS fills in. */
final class Definition {
    private static final Duration PAST = Duration.ofMinutes(5);
    private static final int MOST_ATTEMPTS = 185;
    private static final int LONGEST_AGE = 86_400;
    private static final int MOST_TASKS = 10;
    private static final int LONGEST_WINDOW = 1_440;

    private Definition() {}

    static ObjectNode of(SchedulerCall call, Instant now, Around around) {
        ObjectNode whole = call.input().deepCopy();
        whole.remove(List.of("ClientToken", "GroupName", "Name"));
        fill(whole, "State", "ENABLED");
        fill(whole, "ScheduleExpressionTimezone", "UTC");
        fill(whole, "ActionAfterCompletion", "NONE");
        ObjectNode target = (ObjectNode) whole.path("Target");
        ObjectNode retries = target.withObject("/RetryPolicy");
        fill(retries, "MaximumEventAgeInSeconds", LONGEST_AGE);
        fill(retries, "MaximumRetryAttempts", MOST_ATTEMPTS);
        if (target.path("EcsParameters") instanceof ObjectNode task) {
            fill(task, "TaskCount", 1);
        }
        check(call, whole, now, around);
        return whole;
    }

    private static void fill(ObjectNode node, String member, String value) {
        if (!node.hasNonNull(member)) {
            node.put(member, value);
        }
    }

    private static void fill(ObjectNode node, String member, int value) {
        if (!node.hasNonNull(member)) {
            node.put(member, value);
        }
    }

    private static void check(SchedulerCall call, ObjectNode whole, Instant now, Around around) {
        Timetable.of(
                whole.path("ScheduleExpression").asText(),
                whole.path("ScheduleExpressionTimezone").asText(),
                now);
        window(whole.path("FlexibleTimeWindow"));
        JsonNode target = whole.path("Target");
        range("MaximumRetryAttempts", target.path("RetryPolicy").path("MaximumRetryAttempts"), 0, MOST_ATTEMPTS);
        range("MaximumEventAgeInSeconds", target.path("RetryPolicy").path("MaximumEventAgeInSeconds"), 60, LONGEST_AGE);
        task(target.path("EcsParameters"));
        // Seen, not documented. An update is let through with the date that the schedule has, which AWS says nothing
        // of.
        if (call.operation().equals("CreateSchedule")
                && whole.path("StartDate").isNumber()
                && whole.path("StartDate").asDouble() < now.minus(PAST).getEpochSecond()) {
            throw invalid("The StartDate you specify cannot be earlier than 5 minutes ago.");
        }
        if (!around.roleExists(call.realm(), target.path("RoleArn").asText())) {
            throw invalid("The execution role you provide must allow AWS EventBridge Scheduler to assume the role.");
        }
    }

    private static void window(JsonNode window) {
        boolean flexible = window.path("Mode").asText().equals("FLEXIBLE");
        if (flexible != window.hasNonNull("MaximumWindowInMinutes")) {
            throw invalid("MaximumWindowInMinutes goes with the mode FLEXIBLE, and only with it.");
        }
        if (flexible) {
            range("MaximumWindowInMinutes", window.path("MaximumWindowInMinutes"), 1, LONGEST_WINDOW);
        }
    }

    private static void task(JsonNode task) {
        if (task.isMissingNode()) {
            return;
        }
        range("TaskCount", task.path("TaskCount"), 1, MOST_TASKS);
        boolean publicIp = task.path("NetworkConfiguration")
                .path("awsvpcConfiguration")
                .path("AssignPublicIp")
                .asText()
                .equals("ENABLED");
        if (publicIp && !task.path("LaunchType").asText().equals("FARGATE")) {
            throw invalid("AssignPublicIp can be ENABLED only when LaunchType is FARGATE.");
        }
        if (task.hasNonNull("LaunchType")
                && !task.path("CapacityProviderStrategy").isEmpty()) {
            throw invalid("LaunchType and CapacityProviderStrategy exclude each other.");
        }
    }

    private static void range(String member, JsonNode value, int least, int most) {
        if (value.asInt() < least || value.asInt() > most) {
            throw invalid(
                    "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must be between %d and %d"
                            .formatted(value, member, least, most));
        }
    }

    static AwsFault invalid(String message) {
        return new AwsFault(400, "ValidationException", message);
    }
}

package dev.fargate.preflight;

import dev.fargate.diagnosis.Cause;
import dev.fargate.preflight.Finding.Check;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.LogDriver;

/** Log groups exist, or are made. */
final class LogGroupCheck {
    private static final String GROUP = "awslogs-group";
    private static final String REGION = "awslogs-region";
    private static final String CREATE = "awslogs-create-group";

    private LogGroupCheck() {}

    static Stream<Finding> of(Subject subject, Facts facts) {
        return logs(subject)
                .filter(logs -> !Boolean.parseBoolean(logs.options().get(CREATE)))
                .filter(logs -> !isElsewhere(subject, logs))
                .map(logs -> logs.options().get(GROUP))
                .filter(Objects::nonNull)
                .filter(group -> !subject.logGroupsMade().contains(group))
                .distinct()
                .map(group -> of(group, facts));
    }

    /** What goes to CloudWatch Logs. */
    static Stream<LogConfiguration> logs(Subject subject) {
        return subject.containers()
                .flatMap(container -> Stream.ofNullable(container.logConfiguration()))
                .filter(logs -> logs.logDriver() == LogDriver.AWSLOGS);
    }

    static boolean isElsewhere(Subject subject, LogConfiguration logs) {
        return !logs.options().getOrDefault(REGION, subject.region()).equals(subject.region());
    }

    private static Finding of(String group, Facts facts) {
        return switch (facts.of(Topics.LOG_GROUP, group)) {
            case Answer.Known<Boolean> known ->
                known.value()
                        ? Finding.passed(Check.LogGroup, "Log group %s exists.".formatted(group))
                        : missing(group);
            case Answer.Absent<Boolean> absent -> missing(group);
            case Answer.Refused<Boolean> refused -> Finding.unknown(Check.LogGroup, refused, "Log group " + group);
            case Answer.Pending<Boolean> pending -> Finding.unknown(Check.LogGroup, group);
        };
    }

    private static Finding missing(String group) {
        return Finding.failed(
                Check.LogGroup,
                Cause.LogGroupMissing,
                "Log group %s does not exist. Create it: aws logs create-log-group --log-group-name %s; or let the environment make it (defaults.logs)."
                        .formatted(group, group));
    }
}

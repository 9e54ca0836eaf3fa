package dev.fargate.schedule;

import dev.fargate.api.FargateSchedule;
import dev.fargate.aws.Digest;
import java.time.Instant;

/** Names of runs, which follow from the schedule and the time: so the same run cannot be created twice. */
final class RunNames {
    private static final int SECONDS_A_MINUTE = 60;
    private static final int ASKED = 10;

    private RunNames() {}

    /** Minutes since 1970, as a CronJob names its Jobs: nothing is due twice in a minute. */
    static String due(FargateSchedule schedule, Instant due) {
        return "%s-%d".formatted(schedule.getMetadata().getName(), due.getEpochSecond() / SECONDS_A_MINUTE);
    }

    /** A run that a person asked for, by the text of the annotation. */
    static String asked(FargateSchedule schedule, String annotation) {
        return "%s-%s"
                .formatted(
                        schedule.getMetadata().getName(),
                        Digest.token(annotation).substring(0, ASKED));
    }
}

package dev.fargate.diagnosis;

import java.util.List;
import java.util.OptionalInt;

/**
 * How a task ended, in ECS's words. What ECS left out is empty.
 *
 * @param code ECS's stopCode
 * @param reason ECS's stoppedReason
 * @param startedBy the deployment that the task belonged to
 */
public record Ending(String code, String reason, String startedBy, List<Exit> containers) {

    /** ECS cuts its own words sooner; what is longer would only take time to search. */
    private static final int WORDS = 2000;

    public Ending {
        reason = cut(reason);
        containers = List.copyOf(containers);
    }

    /** Only a reason is known, as from a message about a task that was not placed. */
    public static Ending of(String reason) {
        return new Ending("", reason, "", List.of());
    }

    /** All words of ECS on it. */
    String words() {
        StringBuilder words = new StringBuilder(reason);
        containers.forEach(container -> words.append('\n').append(container.reason()));
        return words.toString();
    }

    /** How one container of the task ended. */
    public record Exit(String container, String image, OptionalInt exitCode, String reason) {
        public Exit {
            reason = cut(reason);
        }
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(WORDS, words.length()));
    }
}

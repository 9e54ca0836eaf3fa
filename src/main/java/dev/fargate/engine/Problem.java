package dev.fargate.engine;

import java.util.List;

/**
 * Why a resource does not get on.
 *
 * @param stalled nobody but a person can mend it now (Stalled), or else it passes or is waited for (Reconciling)
 * @param reason CamelCase word for the condition
 * @param message what happened, to which object, and what to do next
 */
public record Problem(boolean stalled, String reason, String message) {

    public static Problem stalled(String reason, String message) {
        return new Problem(true, reason, message);
    }

    /** An Event where only a person can mend it. */
    public List<Notice> notices() {
        return stalled ? List.of(Notice.warning(reason, message)) : List.of();
    }

    public static Problem waiting(String reason, String message) {
        return new Problem(false, reason, message);
    }
}

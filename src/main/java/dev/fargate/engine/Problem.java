package dev.fargate.engine;

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

    public static Problem waiting(String reason, String message) {
        return new Problem(false, reason, message);
    }
}

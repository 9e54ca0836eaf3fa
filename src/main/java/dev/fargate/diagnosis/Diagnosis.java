package dev.fargate.diagnosis;

/**
 * Why a task stopped.
 *
 * @param meaning what that means and what to do next, in a sentence or two
 */
public record Diagnosis(Cause cause, String meaning) {

    /** The diagnosis of a task that stopped, naming what is known of it. */
    public static Diagnosis of(Ending ending, TaskFacts facts) {
        Finding finding = Findings.of(ending, facts);
        return new Diagnosis(finding.cause(), new Meanings(finding, facts).sentence());
    }
}

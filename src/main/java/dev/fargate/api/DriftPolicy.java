package dev.fargate.api;

/** What becomes of a change that somebody else makes to an object of ours in AWS. */
public enum DriftPolicy {
    /** It is put back. The default. */
    Enforce,
    /** It stays, and is shown. */
    Report;

    static final String SAYS =
            "What becomes of a setting or tag that somebody else changes in AWS once it was as the spec asks. Enforce puts it back. Report "
                    + "leaves it and shows it in status.drift; an edit of the same field, here or in the environment, is put all the same. "
                    + "Absent: default Enforce.";
}

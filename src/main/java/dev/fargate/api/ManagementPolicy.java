package dev.fargate.api;

/** How far the operator goes for one resource. */
public enum ManagementPolicy {
    /** AWS is made and kept as the spec asks. The default. */
    Enforce,
    /** Nothing is changed in AWS; what would be is shown in {@code status.plan}. */
    Observe,
    /** Nothing is read or changed in AWS; a deletion waits. */
    Paused;

    static final String SAYS =
            "Enforce makes AWS as the spec asks and keeps it so. Observe changes nothing in AWS and shows in "
                    + "status.plan what it would change; deleting the resource then touches nothing. Paused does nothing at all, and a "
                    + "deletion waits. Absent: default Enforce.";
}

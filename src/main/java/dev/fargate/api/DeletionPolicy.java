package dev.fargate.api;

/** What becomes of the objects in AWS when their resource is deleted. */
public enum DeletionPolicy {
    /** They are deleted with it. The default. */
    Delete,
    /** They stay as they are, with their owner tags: a resource of the same name takes them up again. */
    Retain;

    static final String SAYS =
            "What a deletion of this resource does to its objects in AWS. Delete deletes them; Retain leaves "
                    + "them as they are, and a resource of the same name takes them up again. Absent: default Delete.";
}

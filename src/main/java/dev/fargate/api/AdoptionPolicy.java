package dev.fargate.api;

/** What happens when an object of the wanted name exists in AWS and carries no owner tags. */
public enum AdoptionPolicy {
    /** It is somebody else's: Stalled, and nothing is changed. The default. */
    Never,
    /** It is taken over: tagged, and from then on kept as the spec asks. */
    IfExists;

    static final String SAYS =
            "What to do with an object of this name that exists in AWS without owner tags. Never leaves it alone "
                    + "and says so; IfExists takes it over and makes it as the spec asks, if it matches the environment's access.adopt. One "
                    + "that another resource owns is never taken. Absent: default Never.";
}

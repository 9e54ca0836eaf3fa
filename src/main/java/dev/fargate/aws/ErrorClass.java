package dev.fargate.aws;

/** What an error of AWS means for the loop; decided once, where the reply is read. */
public enum ErrorClass {
    /** The request cannot succeed as it is: the spec or the environment must change. */
    INVALID,
    /** AWS does not let us: a policy, a role, a service quota. */
    DENIED,
    /** Too many calls; the bucket shrinks and the call comes again. */
    THROTTLED,
    /** What the call names does not exist. */
    MISSING,
    /** It exists already, or is busy with another change: look, then decide. */
    CONFLICT,
    /** No reply, a 5xx, or a refusal that passes by itself: the effect is unknown. */
    TRANSIENT
}

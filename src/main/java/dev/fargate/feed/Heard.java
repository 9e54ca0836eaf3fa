package dev.fargate.feed;

/** What became of a message. */
enum Heard {
    /** A service is looked at because of it. */
    ASKED,
    /** What it says was seen already, or is about to be. */
    KNOWN,
    /** An event of the cluster that is not worth a look. */
    ROUTINE,
    /** About a service that is not ours. */
    UNKNOWN,
    /** Not an event of ECS, or not of this cluster. */
    FOREIGN,
    /** Not the JSON of an event, or far too long for one. */
    MALFORMED
}

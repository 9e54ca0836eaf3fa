package dev.fargate.reachability;

/** Whether a task reaches something. */
public sealed interface Reach {

    /** By which way, or why not and what to do. */
    String sentence();

    record Open(String sentence) implements Reach {}

    record Blocked(String sentence) implements Reach {}

    /** Something on the way is not available: another look may tell. */
    record Pending(String sentence) implements Reach {}

    /** It depends on what is not looked at. */
    record Unclear(String sentence) implements Reach {}
}

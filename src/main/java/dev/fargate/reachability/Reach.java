package dev.fargate.reachability;

/** Whether a task reaches something. */
public sealed interface Reach {

    /** By which way, or why not and what to do. */
    String sentence();

    record Open(String sentence) implements Reach {}

    /**
     * It does not.
     *
     * @param lacksEndpoint whether a VPC endpoint that is not there would lead to it
     */
    record Blocked(String sentence, boolean lacksEndpoint) implements Reach {
        Blocked(String sentence) {
            this(sentence, false);
        }
    }

    /** Something on the way is not available: another look may tell. */
    record Pending(String sentence) implements Reach {}

    /** It depends on what is not looked at. */
    record Unclear(String sentence) implements Reach {}
}

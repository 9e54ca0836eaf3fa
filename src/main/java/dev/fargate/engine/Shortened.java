package dev.fargate.engine;

/** Text in a status, which is bounded. */
public final class Shortened {
    private Shortened() {}

    /** As it is if it is short enough, null too; else its beginning, with an ellipsis. */
    public static String to(String text, int limit) {
        return text == null || text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }
}

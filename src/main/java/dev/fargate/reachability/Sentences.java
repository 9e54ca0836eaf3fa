package dev.fargate.reachability;

/** How a sentence begins. */
final class Sentences {
    private Sentences() {}

    static String upperFirst(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

package dev.fargate.scaling;

/** How our policies and scheduled actions are told from those of others on the same scalable target. */
final class OwnNames {
    private static final String PREFIX = "fargate-operator-";

    private OwnNames() {}

    static String of(String name) {
        return PREFIX + name;
    }

    static boolean has(String name) {
        return name.startsWith(PREFIX);
    }

    /** The name in the spec. */
    static String declared(String name) {
        return name.substring(PREFIX.length());
    }
}

package dev.fargate.scaling;

/** How our policies and scheduled actions are told from those of others on the same scalable target. */
final class OwnNames {
    private static final String PREFIX = "fargate-operator-";

    private static final String STEP = "step/";

    private OwnNames() {}

    static String of(String name) {
        return PREFIX + name;
    }

    /** No name in a spec has a slash: a policy of the other type has another name. */
    static String ofStep(String name) {
        return PREFIX + STEP + name;
    }

    static boolean has(String name) {
        return name.startsWith(PREFIX);
    }

    /** The name in the spec. */
    static String declared(String name) {
        return name.substring(PREFIX.length()).replace(STEP, "");
    }
}

package dev.fargate.engine;

/**
 * A field that AWS holds otherwise than the spec asks. Values that may be secret never come this far: they read "changed".
 *
 * @param path the field's path in the spec, for example {@code network.subnets}
 */
public record Difference(String path, String desired, String live) {
    private static final String CHANGED = "changed";

    /** Both sides have a value, and neither is shown. */
    public static Difference redacted(String path) {
        return new Difference(path, CHANGED, CHANGED);
    }

    @Override
    public String toString() {
        return path + ": " + (desired.equals(CHANGED) && live.equals(CHANGED) ? CHANGED : live + " -> " + desired);
    }
}

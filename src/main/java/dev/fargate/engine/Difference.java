package dev.fargate.engine;

/**
 * A field that AWS holds otherwise than the spec asks. Values that may be secret never come this far: they read "changed".
 *
 * @param path the field's path in the spec, for example {@code network.subnets}
 */
public record Difference(String path, String desired, String live) {
    @Override
    public String toString() {
        return path + ": " + live + " -> " + desired;
    }
}

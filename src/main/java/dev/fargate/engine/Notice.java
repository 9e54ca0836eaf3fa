package dev.fargate.engine;

/** What becomes a Kubernetes Event on the resource. */
public record Notice(Type type, String reason, String message) {

    /** The two types that Kubernetes knows. */
    public enum Type {
        Normal,
        Warning
    }

    public static Notice normal(String reason, String message) {
        return new Notice(Type.Normal, reason, message);
    }

    public static Notice warning(String reason, String message) {
        return new Notice(Type.Warning, reason, message);
    }
}

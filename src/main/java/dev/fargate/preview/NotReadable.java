package dev.fargate.preview;

/** What was to be previewed cannot be read; the message says why, and what to do. */
public final class NotReadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotReadable(String message) {
        super(message);
    }

    public NotReadable(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.fargate.described;

/** The text is none that ECS wrote; the message says what was found and what is expected. */
public final class NotDescribed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotDescribed(String message) {
        super(message);
    }
}

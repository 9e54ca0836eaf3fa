package dev.fargate.cron;

/** An expression, time zone or bound that cannot be; the message says which part and what would be right. */
public final class InvalidSchedule extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidSchedule(String message) {
        super(message);
    }
}

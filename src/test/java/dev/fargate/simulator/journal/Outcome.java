package dev.fargate.simulator.journal;

import dev.fargate.simulator.wire.Reply;
import java.util.Locale;

/** How a call ended, seen from its caller. */
public enum Outcome {
    OK,
    THROTTLED,
    DENIED,
    ERROR,
    /** The caller got no answer; there may have been an effect. */
    LOST;

    static Outcome of(Reply reply) {
        if (reply.status() == 0 || reply.sent() < reply.body().length) {
            return LOST;
        }
        if (reply.status() < 400) {
            return OK;
        }
        // Errors are small, so their text is cheaper to search than three formats are to parse.
        String text = (reply.header("x-amzn-ErrorType") + reply.text()).toLowerCase(Locale.ROOT);
        if (text.contains("throttl") || text.contains("rate exceeded") || text.contains("requestlimitexceeded")) {
            return THROTTLED;
        }
        boolean denied = text.contains("accessdenied") || text.contains("unauthorizedoperation");
        return denied ? DENIED : ERROR;
    }
}

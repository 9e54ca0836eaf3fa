package dev.fargate.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer: what goes back, or that nothing does.
 *
 * @param status the HTTP status; 0 when the connection is closed without an answer
 * @param sent how many bytes of the body are sent before the connection is closed; its length for a whole answer
 */
@SuppressWarnings("ArrayRecordComponent") // the body is passed on as it is, and never compared
public record Reply(int status, Map<String, String> headers, byte[] body, int sent) {

    /** No answer: the connection is closed. */
    public static final Reply NONE = new Reply(0, Map.of(), new byte[0], 0);

    public Reply(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, body.length);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A header's value whatever the case of its name, or the empty text. */
    public String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    public Reply withBody(byte[] other) {
        return new Reply(status, headers, other);
    }

    /** The same answer, cut off in the middle of its body. */
    public Reply cut() {
        return new Reply(status, headers, body, body.length / 2);
    }
}

package dev.fargate.simulator.wire;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request as it came in; nobody changes the headers or the body. */
@SuppressWarnings("ArrayRecordComponent") // the body is passed on as it is, and never compared
public record Received(String method, URI uri, Headers headers, byte[] body) {

    /** A header's first value, or the empty text. */
    public String header(String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

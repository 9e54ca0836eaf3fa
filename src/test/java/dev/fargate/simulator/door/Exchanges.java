package dev.fargate.simulator.door;

import com.sun.net.httpserver.HttpExchange;
import dev.fargate.simulator.wire.Received;
import dev.fargate.simulator.wire.Reply;
import java.io.IOException;
import java.io.OutputStream;

/** Requests and replies on the JDK's HTTP server. */
public final class Exchanges {
    private Exchanges() {}

    public static Received read(HttpExchange exchange) throws IOException {
        return new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
    }

    /** Sends the reply, a part of it, or nothing; then the connection stays open only for a whole one. */
    public static void write(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.status() == 0) {
            // Without response headers the server can only drop the connection.
            exchange.close();
            return;
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head || reply.body().length == 0) {
            exchange.sendResponseHeaders(reply.status(), -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(reply.status(), reply.body().length);
        OutputStream body = exchange.getResponseBody();
        body.write(reply.body(), 0, reply.sent());
        body.flush();
        exchange.close();
    }
}

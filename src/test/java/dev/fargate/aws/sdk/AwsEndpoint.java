package dev.fargate.aws.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** One HTTP endpoint that answers each operation with a fixed reply and keeps what it was asked. */
final class AwsEndpoint implements AutoCloseable {
    private static final List<String> PROPERTIES = List.of("aws.endpointUrl", "aws.accessKeyId", "aws.secretAccessKey");

    private static final int HANG = -1;

    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;

    AwsEndpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
        System.setProperty(
                "aws.endpointUrl", "http://127.0.0.1:" + server.getAddress().getPort());
        System.setProperty("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
        System.setProperty("aws.secretAccessKey", "none");
    }

    void answer(String operation, int status, String body) {
        replies.put(operation, new Reply(status, body));
    }

    /** The request is read, and the connection closed without a reply. */
    void loseRepliesTo(String operation) {
        replies.put(operation, new Reply(0, ""));
    }

    /** The request is read, and nothing follows. */
    void hangOn(String operation) {
        replies.put(operation, new Reply(HANG, ""));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Request request = Request.of(exchange, body);
        requests.add(request);
        Reply reply = replies.getOrDefault(request.operation(), new Reply(400, "{\"__type\":\"UnknownOperation\"}"));
        if (reply.status() == HANG) {
            awaitClosing();
        }
        if (reply.status() <= 0) {
            exchange.close();
            return;
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("x-amzn-requestid", "r-1");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        PROPERTIES.forEach(System::clearProperty);
    }

    private record Reply(int status, String body) {}

    /**
     * A request as it came in.
     *
     * @param operation the name that the JSON protocol sends as a header and the query protocol as a parameter, or {@code METHOD /path}
     */
    record Request(String operation, String body, String userAgent, String authorization) {
        static Request of(HttpExchange exchange, String body) {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String operation = body.contains("Action=")
                    ? body.replaceAll("(?s).*Action=(\\w+).*", "$1")
                    : exchange.getRequestMethod() + " " + exchange.getRequestURI();
            if (target != null) {
                operation = target.substring(target.indexOf('.') + 1);
            }
            return new Request(
                    operation,
                    body,
                    exchange.getRequestHeaders().getFirst("User-Agent"),
                    exchange.getRequestHeaders().getFirst("Authorization"));
        }
    }
}

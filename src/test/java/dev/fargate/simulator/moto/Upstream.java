package dev.fargate.simulator.moto;

import dev.fargate.simulator.wire.Received;
import dev.fargate.simulator.wire.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;

/** moto over HTTP. Requests arrive there as they came here, with the host that the client named. */
public final class Upstream implements AutoCloseable {
    /** Headers that belong to one connection and are the HTTP client's own affair. */
    private static final Set<String> PER_CONNECTION = caseless(
            "connection",
            "content-length",
            "date",
            "expect",
            "http2-settings",
            "keep-alive",
            "transfer-encoding",
            "upgrade");

    private final URI base;
    private final HttpClient client;

    public Upstream(URI base) {
        this.base = base;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** Passes a request on and brings the answer back. */
    public Reply pass(Received request) {
        HttpRequest.Builder builder =
                request(request.uri().getRawPath(), request.uri().getRawQuery(), request.method(), request.body());
        request.headers().forEach((name, values) -> {
            if (!PER_CONNECTION.contains(name)) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return send(builder.build());
    }

    /** A request of the simulator's own. */
    Reply send(String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder builder = request(path, null, "POST", body);
        headers.forEach(builder::header);
        return send(builder.build());
    }

    private HttpRequest.Builder request(String path, String query, String method, byte[] body) {
        URI uri = base.resolve(query == null ? path : path + "?" + query);
        HttpRequest.BodyPublisher publisher =
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        return HttpRequest.newBuilder(uri).method(method, publisher);
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new LinkedHashMap<>();
            response.headers().map().forEach((name, values) -> {
                if (!PER_CONNECTION.contains(name)) {
                    headers.put(name, String.join(",", values));
                }
            });
            return new Reply(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("moto at " + base + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while moto answered", e);
        }
    }

    private static Set<String> caseless(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }

    @Override
    public void close() {
        client.close();
    }
}

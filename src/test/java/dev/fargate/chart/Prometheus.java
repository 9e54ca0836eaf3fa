package dev.fargate.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.simulator.LoopbackProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Prometheus that reads an operator's metrics each second. */
final class Prometheus implements AutoCloseable {
    private static final String CONFIGURATION = """
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: ["%s"]
            scrape_configs:
              - job_name: operator
                static_configs: [{targets: ["%s"], labels: {pod: fargate-operator-0}}]
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final LoopbackProcess process;
    private final URI endpoint;

    private Prometheus(LoopbackProcess process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static Prometheus reading(URI metrics) {
        int port = LoopbackProcess.freePort();
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        try {
            Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "it-prometheus")), "run");
            Path configuration = Files.writeString(
                    home.resolve("prometheus.yml"),
                    CONFIGURATION.formatted(Chart.file("files/alerts.yaml").toAbsolutePath(), metrics.getAuthority()));
            return new Prometheus(
                    LoopbackProcess.start(
                            "prometheus",
                            List.of(
                                    "prometheus",
                                    "--config.file=" + configuration,
                                    "--storage.tsdb.path=" + home.resolve("data"),
                                    "--web.listen-address=" + endpoint.getAuthority()),
                            Map.of(),
                            endpoint.resolve("/-/ready")),
                    endpoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has an answer to a query now. */
    boolean answers(String query) {
        URI address = endpoint.resolve("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        try {
            JsonNode answer = new ObjectMapper()
                    .readTree(
                            http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray())
                                    .body());
            if (!answer.path("status").asText().equals("success")) {
                throw new AssertionError("%s: %s".formatted(query, answer));
            }
            return !answer.at("/data/result").isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Prometheus answered", e);
        }
    }

    @Override
    public void close() {
        process.close();
        http.close();
    }
}

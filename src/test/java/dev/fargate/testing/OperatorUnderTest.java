package dev.fargate.testing;

import dev.fargate.simulator.LoopbackProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The operator as its own process, with the image's JVM flags, so that it can be killed. */
public final class OperatorUnderTest implements AutoCloseable {
    private final LoopbackProcess process;
    private final URI endpoint;

    private OperatorUnderTest(LoopbackProcess process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Starts {@code run} with these options and returns when it is ready. */
    static OperatorUnderTest start(Map<String, String> environment, List<String> options) {
        return start(environment, List.of(), options);
    }

    /** The same with more flags for the JVM. */
    public static OperatorUnderTest start(
            Map<String, String> environment, List<String> jvmFlags, List<String> options) {
        return start(arguments -> jar(jvmFlags, arguments), environment, options);
    }

    /**
     * Another way to start it.
     *
     * @param program the command that runs the operator with given arguments
     */
    public static OperatorUnderTest start(
            UnaryOperator<List<String>> program, Map<String, String> environment, List<String> options) {
        int port = LoopbackProcess.freePort();
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        List<String> arguments = new ArrayList<>(List.of("run", "--http-host=127.0.0.1", "--http-port=" + port));
        arguments.addAll(options);
        return new OperatorUnderTest(
                LoopbackProcess.start("operator", program.apply(arguments), environment, endpoint.resolve("/readyz")),
                endpoint);
    }

    private static List<String> jar(List<String> jvmFlags, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("operator", "jvm.options")));
        command.addAll(jvmFlags);
        command.addAll(List.of("-jar", Path.of("target", "fargate-operator.jar").toString()));
        command.addAll(arguments);
        return command;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as Kubernetes does: SIGTERM, and it finishes what it is at. */
    public void stop() {
        process.stop();
    }

    /** Lets it stand still, as a node that has no time for it does. */
    public void freeze() {
        process.freeze();
    }

    /** Lets it go on where it was. */
    public void thaw() {
        process.thaw();
    }

    /** What it has written since it was started. */
    public String log() {
        try {
            return Files.readString(process.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where metrics and probes are. */
    public URI endpoint() {
        return endpoint;
    }

    /** What Prometheus would read. */
    public String metrics() {
        return get("/metrics");
    }

    /** What it answers over HTTP. */
    public String get(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(endpoint.resolve(path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the operator answered", e);
        }
    }

    /** The HTTP status of a probe; 0 when nothing answers. */
    public int probe(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(endpoint.resolve(path)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the operator answered", e);
        }
    }

    /** Kills it. */
    @Override
    public void close() {
        process.close();
    }
}

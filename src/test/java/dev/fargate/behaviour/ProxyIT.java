package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.testing.Manifests;
import dev.fargate.testing.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator that reaches AWS through a proxy only. */
class ProxyIT {
    /** Nobody can find this name: only the proxy knows where it leads. */
    private static final String BEYOND = "http://aws.invalid";

    private static final Set<String> PASSED_ON =
            Set.of("authorization", "content-type", "x-amz-date", "x-amz-target", "x-amz-content-sha256");

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final HttpClient http = HttpClient.newHttpClient();
    private World world;
    private ServerSocket proxy;

    @BeforeEach
    void start() throws IOException {
        world = World.start();
        proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    @AfterEach
    void stop() throws IOException {
        world.close();
        proxy.close();
        http.close();
    }

    @Test
    void awsIsReachedThroughTheProxyAndKubernetesWithoutIt() {
        world.operator(Map.of(
                "AWS_ENDPOINT_URL",
                BEYOND,
                "HTTPS_PROXY",
                "http://127.0.0.1:" + proxy.getLocalPort(),
                "NO_PROXY",
                "127.0.0.1"));

        world.apply(Manifests.environment("beyond"));

        world.environments().awaitReady("beyond");
        assertThat(asked).isNotEmpty().allMatch(address -> address.startsWith(BEYOND));
    }

    private void accept() {
        while (!proxy.isClosed()) {
            try {
                Socket connection = proxy.accept();
                Thread.startVirtualThread(() -> serve(connection));
            } catch (IOException e) {
                // Closed at the end of the test.
                return;
            }
        }
    }

    /** One request a connection: what a proxy is asked begins with a whole address. */
    private void serve(Socket connection) {
        try (connection) {
            String[] words = line(connection).split(" ", -1);
            asked.add(words[1]);
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(world.awsEnvironment().get("AWS_ENDPOINT_URL")));
            int length = 0;
            for (String header = line(connection); !header.isEmpty(); header = line(connection)) {
                String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
                String value = header.substring(header.indexOf(':') + 1).strip();
                if (PASSED_ON.contains(name)) {
                    request.header(name, value);
                }
                length = name.equals("content-length") ? Integer.parseInt(value) : length;
            }
            request.method(
                    words[0],
                    HttpRequest.BodyPublishers.ofByteArray(
                            connection.getInputStream().readNBytes(length)));
            HttpResponse<byte[]> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 %d -\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                            .formatted(reply.statusCode(), reply.body().length)
                            .getBytes(StandardCharsets.US_ASCII));
            connection.getOutputStream().write(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(Socket connection) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = connection.getInputStream().read();
                next >= 0 && next != '\n';
                next = connection.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}

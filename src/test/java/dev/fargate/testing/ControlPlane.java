package dev.fargate.testing;

import dev.fargate.simulator.LocalTools;
import dev.fargate.simulator.LoopbackProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The processes of a Kubernetes without nodes, as {@code operator/local/up} starts them: etcd, kube-apiserver, and the one controller that
 * tests need now and then. An API server that is killed and started again finds what it had, at the address that it had.
 */
final class ControlPlane implements AutoCloseable {
    private final LocalTools tools = LocalTools.provided();
    private final Path home;
    private final int port = LoopbackProcess.freePort();
    private final LoopbackProcess etcd;
    private final int etcdPort = LoopbackProcess.freePort();
    private LoopbackProcess apiServer;
    private Optional<LoopbackProcess> controllers = Optional.empty();

    ControlPlane() {
        try {
            home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "it-kube")), "")
                    .toAbsolutePath();
            makeCredentials();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        etcd = startEtcd();
        startApiServer();
        Awaitility.await("the API server's certificate").until(() -> Files.exists(home.resolve("apiserver.key")));
    }

    /** Returns at once: whoever has a client waits for the answer of {@code /readyz}. */
    void startApiServer() {
        apiServer = LoopbackProcess.launch(
                "kube-apiserver",
                port,
                List.of(
                        tools.kubeApiServer(),
                        "--etcd-servers=" + etcdAddress(),
                        "--bind-address=127.0.0.1",
                        "--secure-port=" + port,
                        "--cert-dir=" + home,
                        "--endpoint-reconciler-type=none",
                        "--service-cluster-ip-range=10.0.0.0/24",
                        "--authorization-mode=RBAC",
                        "--token-auth-file=" + home.resolve("tokens.csv"),
                        "--service-account-issuer=https://kubernetes.default.svc",
                        "--service-account-key-file=" + home.resolve("service-account.pub"),
                        "--service-account-signing-key-file=" + home.resolve("service-account.key")),
                Map.of());
    }

    LoopbackProcess apiServer() {
        return apiServer;
    }

    void killApiServer() {
        apiServer.close();
    }

    /** From now on a deleted namespace is emptied and goes away. */
    void tendNamespaces(Path kubeconfig) {
        int healthPort = LoopbackProcess.freePort();
        controllers = Optional.of(LoopbackProcess.launch(
                "kube-controller-manager",
                healthPort,
                List.of(
                        tools.kubeControllerManager(),
                        "--kubeconfig=" + kubeconfig,
                        "--leader-elect=false",
                        "--bind-address=127.0.0.1",
                        "--secure-port=" + healthPort,
                        "--cert-dir=" + home.resolve("controllers"),
                        "--controllers=namespace-controller"),
                Map.of()));
    }

    /** For whoever has this token. */
    String kubeconfig(String token) {
        return """
                apiVersion: v1
                kind: Config
                current-context: test
                contexts:
                - name: test
                  context: {cluster: test, user: test}
                clusters:
                - name: test
                  cluster:
                    server: https://127.0.0.1:%d
                    certificate-authority: %s
                users:
                - name: test
                  user: {token: %s}
                """.formatted(port, home.resolve("apiserver.crt"), token);
    }

    /** The token of a member of system:masters. */
    String administrator() {
        try {
            return Files.readString(home.resolve("token"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        controllers.ifPresent(LoopbackProcess::close);
        apiServer.close();
        etcd.close();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoopbackProcess startEtcd() {
        return LoopbackProcess.launch(
                "etcd",
                etcdPort,
                List.of(
                        tools.etcd(),
                        "--data-dir=" + home.resolve("etcd"),
                        "--unsafe-no-fsync",
                        "--log-level=warn",
                        "--listen-client-urls=" + etcdAddress(),
                        "--advertise-client-urls=" + etcdAddress(),
                        "--listen-peer-urls=http://127.0.0.1:0"),
                Map.of());
    }

    private String etcdAddress() {
        return "http://127.0.0.1:" + etcdPort;
    }

    private void makeCredentials() throws IOException {
        Path script = Path.of("operator", "local", "credentials.py");
        Process process = new ProcessBuilder(tools.python(), script.toString(), home.toString())
                .inheritIO()
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(script + " failed");
        }
    }
}

package dev.fargate.bench;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a pod of the operator knows of the API server: its address, its certificate, and the token of a ServiceAccount with the rights
 * that are installed. A kubeconfig instead would have the operator load a parser of YAML and every kind of Kubernetes.
 */
record Pod(Map<String, String> environment) {
    private static final Path RIGHTS = Path.of("operator", "rbac.yaml");
    private static final Path FILES = Path.of("target", "it-logs");

    /** Installs the operator's rights. */
    static Pod installed(KubernetesClient client) {
        try {
            client.load(Files.newInputStream(RIGHTS)).create();
            String token = client.serviceAccounts()
                    .inNamespace("fargate-system")
                    .withName("fargate-operator")
                    .tokenRequest()
                    .getStatus()
                    .getToken();
            Config config = client.getConfiguration();
            // The next API server that starts on this machine may replace this certificate where it is.
            String authority = Files.readString(Path.of(config.getCaCertFile()));
            URI server = URI.create(config.getMasterUrl());
            return new Pod(Map.of(
                    "KUBERNETES_SERVICE_HOST", server.getHost(),
                    "KUBERNETES_SERVICE_PORT", String.valueOf(server.getPort()),
                    "KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN", file("token", token),
                    "KUBERNETES_CERTS_CA_FILE", file("ca.crt", authority),
                    "KUBERNETES_AUTH_TRYKUBECONFIG", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String name, String text) throws IOException {
        return Files.writeString(Files.createTempFile(Files.createDirectories(FILES), name, ""), text)
                .toAbsolutePath()
                .toString();
    }
}

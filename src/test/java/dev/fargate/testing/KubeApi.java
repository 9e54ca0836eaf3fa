package dev.fargate.testing;

import dev.fargate.crds.Crds;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real kube-apiserver with its etcd on loopback, and our resources installed. It takes seconds to start: one for a test class. The
 * test itself is in system:masters, which no rule of RBAC binds; an operator may be somebody else. No controllers run unless asked for.
 */
public final class KubeApi implements AutoCloseable {
    /** A benchmark may take hours, and nobody renews the file as a kubelet does. */
    private static final long A_DAY_SECONDS = 86_400;

    private final ControlPlane plane;
    private final KubernetesClient client;

    private KubeApi(ControlPlane plane) {
        this.plane = plane;
        this.client = client(Config.fromKubeconfig(kubeconfig()));
    }

    /** Starts both processes and waits until the API server takes our resources. */
    public static KubeApi start() {
        KubeApi api = new KubeApi(new ControlPlane());
        try {
            api.awaitAnswer();
            Stream.of("default", "kube-system").forEach(api::awaitNamespace);
            api.install(Crds.all());
            return api;
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }

    /** For everything that the test itself does. */
    public KubernetesClient client() {
        return client;
    }

    /** Applies manifests as a person would. */
    public void apply(String manifests) {
        PatchContext serverSide = new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager("tests")
                .withForce(true)
                .build();
        client.load(new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8)))
                .items()
                .forEach(resource -> client.resource(resource).patch(serverSide, resource));
    }

    /** For a process that the test starts. */
    public String kubeconfig() {
        return plane.kubeconfig(plane.administrator());
    }

    /** For a process with the rights of a service account, which must exist. */
    public String kubeconfig(String namespace, String serviceAccount) {
        return plane.kubeconfig(client.serviceAccounts()
                .inNamespace(namespace)
                .withName(serviceAccount)
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withExpirationSeconds(A_DAY_SECONDS)
                        .endSpec()
                        .build())
                .getStatus()
                .getToken());
    }

    /** From now on a deleted namespace is emptied and goes away, as in every cluster. */
    public void tendNamespaces() {
        plane.tendNamespaces(saved(kubeconfig()));
    }

    /** Lets the API server stand still: whoever asks it waits. */
    public void freeze() {
        plane.apiServer().freeze();
    }

    /** Lets it answer what it was asked meanwhile. */
    public void thaw() {
        plane.apiServer().thaw();
    }

    /** Kills the API server; etcd stays. */
    public void kill() {
        plane.killApiServer();
    }

    /** Starts it again, at the same address, and waits until it is ready. */
    public void startAgain() {
        plane.startApiServer();
        awaitAnswer();
    }

    /** Puts a kubeconfig where a process can read it. */
    public static Path saved(String kubeconfig) {
        try {
            Path file = Files.createTempFile(Files.createDirectories(Path.of("target", "it-logs")), "kube", ".config");
            return Files.writeString(file, kubeconfig).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        plane.close();
    }

    private void awaitAnswer() {
        Config impatient = Config.fromKubeconfig(kubeconfig());
        impatient.setRequestRetryBackoffLimit(0);
        try (KubernetesClient probe = client(impatient)) {
            plane.apiServer().await("to be ready", () -> isReady(probe));
        }
    }

    private static KubernetesClient client(Config config) {
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    private static boolean isReady(KubernetesClient probe) {
        try {
            return "ok".equals(probe.raw("/readyz"));
        } catch (KubernetesClientException notYet) {
            return false;
        }
    }

    private void awaitNamespace(String name) {
        client.namespaces().withName(name).waitUntilCondition(Objects::nonNull, 30, TimeUnit.SECONDS);
    }

    private void install(List<CustomResourceDefinition> crds) {
        crds.forEach(crd -> client.resource(crd).create());
        crds.forEach(crd -> client.resource(crd).waitUntilCondition(KubeApi::established, 30, TimeUnit.SECONDS));
    }

    private static boolean established(CustomResourceDefinition crd) {
        return Stream.ofNullable(crd.getStatus())
                .flatMap(status -> Stream.ofNullable(status.getConditions()))
                .flatMap(List::stream)
                .anyMatch(is ->
                        is.getType().equals("Established") && is.getStatus().equals("True"));
    }
}

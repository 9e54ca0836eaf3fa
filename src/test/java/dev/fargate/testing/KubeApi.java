package dev.fargate.testing;

import dev.fargate.crds.Crds;
import dev.fargate.simulator.LocalTools;
import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real kube-apiserver with its etcd on loopback, and our resources installed; no controllers run. It takes seconds to
 * start: one for a test class. Its user is in system:masters, so a test of RBAC needs another one.
 */
public final class KubeApi implements AutoCloseable {
    private final KubeAPIServer server;
    private final KubernetesClient client;

    private KubeApi(KubeAPIServer server) {
        this.server = server;
        this.client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.getKubeConfigYaml()))
                .build();
    }

    /** Starts both processes and waits until the API server takes our resources. */
    public static KubeApi start() {
        LocalTools tools = LocalTools.provided();
        KubeAPIServer server = new KubeAPIServer(KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withTestDir(tools.kubeApiTestDir())
                .withApiServerVersion(tools.kubernetesVersion())
                .withOfflineMode(true)
                .withUpdateKubeConfig(false)
                .build());
        server.start();
        KubeApi api = new KubeApi(server);
        try {
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

    /** For a process that the test starts. */
    public String kubeconfig() {
        return server.getKubeConfigYaml();
    }

    @Override
    public void close() {
        client.close();
        server.stop();
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

package dev.fargate.chart;

import dev.fargate.testing.KubeApi;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.HashMap;
import java.util.Map;

/**
 * The operator of a cluster without nodes: a process of this machine with the arguments and variables of the Deployment's container, and
 * with the token of the Deployment's ServiceAccount.
 */
final class Deployed {
    private Deployed() {}

    static Deployment deployment(World world) {
        return world.kubernetes()
                .apps()
                .deployments()
                .inNamespace(Helm.NAMESPACE)
                .withName(Helm.RELEASE)
                .require();
    }

    static OperatorUnderTest start(World world) {
        PodSpec pod = deployment(world).getSpec().getTemplate().getSpec();
        Container container = pod.getContainers().getFirst();
        Map<String, String> variables = new HashMap<>();
        for (EnvVar variable : container.getEnv()) {
            // What the kubelet fills in, of all that the chart asks for: the pod's name.
            variables.put(variable.getName(), variable.getValue() == null ? "fargate-operator-0" : variable.getValue());
        }
        variables.put(
                "KUBECONFIG",
                KubeApi.saved(world.apiServer().kubeconfig(Helm.NAMESPACE, pod.getServiceAccountName()))
                        .toString());
        return world.operator(
                variables,
                container.getArgs().stream()
                        // All processes of this machine share its ports.
                        .filter(argument -> argument.startsWith("--") && !argument.startsWith("--http-port="))
                        .toArray(String[]::new));
    }
}

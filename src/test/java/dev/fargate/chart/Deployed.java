package dev.fargate.chart;

import dev.fargate.testing.KubeApi;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The operator of a cluster without nodes: a process of this machine with the arguments and variables of the Deployment's container, and
 * with the token of the Deployment's ServiceAccount.
 */
final class Deployed {
    /** Where the chart mounts its ConfigMap in the pod, and where such a path is on this machine. */
    private static final String MOUNT = "/etc/";

    private static final Path MOUNTED =
            Path.of("target", "it-helm", "pod-" + ProcessHandle.current().pid()).toAbsolutePath();

    private Deployed() {}

    /** Brings the files of the pod's ConfigMaps, as the kubelet does when it starts and after each change. */
    static void mount(World world) {
        PodSpec pod = deployment(world).getSpec().getTemplate().getSpec();
        for (VolumeMount mount : pod.getContainers().getFirst().getVolumeMounts()) {
            String name = pod.getVolumes().stream()
                    .filter(volume -> volume.getName().equals(mount.getName()))
                    .findFirst()
                    .orElseThrow()
                    .getConfigMap()
                    .getName();
            ConfigMap map = world.kubernetes()
                    .configMaps()
                    .inNamespace(Helm.NAMESPACE)
                    .withName(name)
                    .require();
            map.getData().forEach((file, text) -> write(Path.of(MOUNTED + mount.getMountPath(), file), text));
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
        mount(world);
        Map<String, String> variables = new HashMap<>();
        for (EnvVar variable : container.getEnv()) {
            // What the kubelet fills in, of all that the chart asks for: the pod's name.
            String value = variable.getValue() == null ? "fargate-operator-0" : variable.getValue();
            variables.put(variable.getName(), value.startsWith(MOUNT) ? MOUNTED + value : value);
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

package dev.fargate.image;

import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What a pod adds to its image: the token of its ServiceAccount, and where the API server is. */
record Pod(World world, UnpackedImage image) {
    private static final String SECRETS = "var/run/secrets/kubernetes.io/serviceaccount/";

    /** A pod with the rights of operator/rbac.yaml. */
    static Pod of(World world, UnpackedImage image) {
        world.kubectl().run("apply", "-f", "operator/rbac.yaml");
        Config api = world.kubernetes().getConfiguration();
        image.put(
                SECRETS + "token",
                world.kubernetes()
                        .serviceAccounts()
                        .inNamespace("fargate-system")
                        .withName("fargate-operator")
                        .tokenRequest()
                        .getStatus()
                        .getToken());
        image.put(SECRETS + "namespace", "fargate-system");
        image.put(SECRETS + "ca.crt", text(Path.of(api.getCaCertFile())));
        return new Pod(world, image);
    }

    OperatorUnderTest start(Limits limits, Map<String, String> more, Map<String, Path> writable) {
        URI api = URI.create(world.kubernetes().getConfiguration().getMasterUrl());
        Map<String, String> variables = new TreeMap<>(world.awsEnvironment());
        variables.putAll(more);
        variables.put("HOSTNAME", "fargate-operator-0");
        variables.put("KUBERNETES_SERVICE_HOST", api.getHost());
        variables.put("KUBERNETES_SERVICE_PORT", String.valueOf(api.getPort()));
        return world.operatorBy(
                arguments -> image.command(limits, variables, writable, arguments),
                // As the chart has it: what is measured and trained is what will run.
                "--leader-election=true",
                "--preflight=true");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

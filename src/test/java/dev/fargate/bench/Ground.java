package dev.fargate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.SimulatorClient;
import dev.fargate.simulator.SimulatorProcess;
import dev.fargate.testing.Eks;
import dev.fargate.testing.KubeApi;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.SeededAccount;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The API server and AWS that the operator is measured on, and the operator as it runs in its image. */
final class Ground implements AutoCloseable {
    static final String NAMESPACE = "bench";

    private final KubeApi api;
    private final SimulatorProcess aws;
    private final SimulatorClient control;
    private final SeededAccount account;
    private final Pod pod;
    private final List<String> options;

    private Ground(KubeApi api, SimulatorProcess aws, List<String> options) {
        this.api = api;
        this.aws = aws;
        this.control = aws.control();
        this.account = SeededAccount.in(aws);
        this.pod = Pod.installed(api.client());
        this.options = options;
    }

    static Ground prepare(Setup setup) {
        SimulatorProcess aws = SimulatorProcess.start(setup.simulatorOptions().toArray(String[]::new));
        KubeApi api = KubeApi.start();
        Ground ground = new Ground(api, aws, setup.operatorOptions());
        ground.namespace(NAMESPACE);
        return ground;
    }

    /** Returns when the operator's probe says that it is ready. */
    OperatorUnderTest operator(List<String> jvmFlags) {
        Map<String, String> environment = new HashMap<>(aws.environment());
        environment.putAll(pod.environment());
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("HOSTNAME", "bench");
        return OperatorUnderTest.start(environment, jvmFlags, options);
    }

    /** EKS in the hands of the account's owner. */
    Eks eks() {
        return new Eks(aws.environment(), account);
    }

    KubernetesClient kubernetes() {
        return api.client();
    }

    SimulatorClient aws() {
        return control;
    }

    AwsCalls calls() {
        return AwsCalls.counted(control);
    }

    /** How many services AWS has. */
    int services() {
        return alive("services");
    }

    int clusters() {
        return alive("clusters");
    }

    /** How many tasks ECS has started and still knows of, ended ones with them. */
    int tasks() {
        return control.heldByEcs().findValues("tasks").stream()
                .mapToInt(JsonNode::size)
                .sum();
    }

    private int alive(String kind) {
        return control.remainingInEcs().findValues(kind).stream()
                .mapToInt(JsonNode::size)
                .sum();
    }

    KubernetesWrites writes() {
        return KubernetesWrites.counted(kubernetes());
    }

    /** Applies a manifest of something that is not measured. */
    void apply(String manifest) {
        kubernetes().resource(account.filled(manifest)).create();
    }

    private void namespace(String name) {
        kubernetes()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels("tests", "yes")
                        .endMetadata()
                        .build())
                .create();
    }

    @Override
    public void close() {
        api.close();
        aws.close();
    }
}

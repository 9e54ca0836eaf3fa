package dev.fargate.testing;

import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.engine.Conditions;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The FargateLoadBalancers of a world. */
public record Balancers(World world) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** One that listens for HTTP on a port; more lines of its spec may follow. */
    public static String manifest(String namespace, String name, String environment, int port) {
        return """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateLoadBalancer
                metadata:
                  namespace: %s
                  name: %s
                spec:
                  environment: %s
                  subnets: ["${SUBNET_A}", "${SUBNET_B}"]
                  listeners: [{port: %d, protocol: HTTP}]
                """.formatted(namespace, name, environment, port);
    }

    public Optional<FargateLoadBalancer> find(String namespace, String name) {
        return Optional.ofNullable(world.kubernetes()
                .resources(FargateLoadBalancer.class)
                .inNamespace(namespace)
                .withName(name)
                .get());
    }

    /** Waits until it is Ready for its present generation. */
    public FargateLoadBalancer awaitReady(String namespace, String name) {
        return await(
                namespace,
                name,
                "Ready",
                found -> found.getMetadata()
                                .getGeneration()
                                .equals(found.getStatus().observedGeneration())
                        && Conditions.isTrue(found.getStatus().conditions(), Conditions.READY));
    }

    public FargateLoadBalancer awaitReason(String namespace, String name, String reason) {
        return await(namespace, name, reason, found -> Conditions.find(
                        found.getStatus().conditions(), Conditions.READY)
                .filter(condition -> condition.getReason().equals(reason))
                .isPresent());
    }

    public void delete(String namespace, String name) {
        world.kubernetes()
                .resources(FargateLoadBalancer.class)
                .inNamespace(namespace)
                .withName(name)
                .delete();
    }

    public void awaitGone(String namespace, String name) {
        world.until(name + " to be gone", () -> find(namespace, name).isEmpty());
    }

    private FargateLoadBalancer await(
            String namespace, String name, String description, Predicate<FargateLoadBalancer> wanted) {
        try {
            return Awaitility.await(name + " to be " + description)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(
                            () -> find(namespace, name)
                                    .filter(found -> found.getStatus() != null)
                                    .filter(wanted),
                            Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "%s is not %s: %s"
                            .formatted(
                                    name,
                                    description,
                                    find(namespace, name)
                                            .map(found -> Serialization.asYaml(found.getStatus()))
                                            .orElse("it does not exist")),
                    e);
        }
    }
}

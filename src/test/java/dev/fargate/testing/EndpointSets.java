package dev.fargate.testing;

import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEndpointsStatus.Endpoint;
import dev.fargate.engine.Conditions;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The FargateEndpoints of a world. */
public record EndpointSets(World world) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Endpoints of these services only; more lines of the spec may follow. */
    public static String manifest(String name, String services) {
        return in("""
                region: ${AWS_REGION}
                subnets: ["${SUBNET_A}", "${SUBNET_B}"]
                securityGroups: ["${SECURITY_GROUP}"]
                """, name, services);
    }

    /** The same in a place that these lines of the spec tell. */
    public static String in(String place, String name, String services) {
        return """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateEndpoints
                metadata:
                  name: %s
                spec:
                  preset: None
                  services: [%s]
                """.formatted(name, services) + place.indent(2);
    }

    public Optional<FargateEndpoints> find(String name) {
        return Optional.ofNullable(world.kubernetes()
                .resources(FargateEndpoints.class)
                .withName(name)
                .get());
    }

    /** Waits until they are Ready for their present generation. */
    public FargateEndpoints awaitReady(String name) {
        return await(
                name,
                "Ready",
                found -> found.getMetadata()
                                .getGeneration()
                                .equals(found.getStatus().observedGeneration())
                        && Conditions.isTrue(found.getStatus().conditions(), Conditions.READY));
    }

    public FargateEndpoints awaitReason(String name, String reason) {
        return await(name, reason, found -> Conditions.find(found.getStatus().conditions(), Conditions.READY)
                .filter(condition -> condition.getReason().equals(reason))
                .isPresent());
    }

    /** Services with an endpoint of their own, as the status tells them. */
    public static List<String> owned(FargateEndpoints endpoints) {
        return endpoints.getStatus().endpoints().stream()
                .filter(Endpoint::owned)
                .map(Endpoint::service)
                .toList();
    }

    public void delete(String name) {
        world.kubernetes().resources(FargateEndpoints.class).withName(name).delete();
    }

    public void awaitGone(String name) {
        world.until(name + " to be gone", () -> find(name).isEmpty());
    }

    private FargateEndpoints await(String name, String description, Predicate<FargateEndpoints> wanted) {
        try {
            return Awaitility.await(name + " to be " + description)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(
                            () -> find(name)
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
                                    find(name)
                                            .map(found -> Serialization.asYaml(found.getStatus()))
                                            .orElse("it does not exist")),
                    e);
        }
    }
}

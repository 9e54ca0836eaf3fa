package dev.fargate.testing;

import dev.fargate.api.FargateProfile;
import dev.fargate.engine.Conditions;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The FargateProfiles of a world. */
public record Profiles(World world) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** A profile in a cluster for the pods of a namespace; more lines of its spec may follow. */
    public static String manifest(String name, String cluster, String namespace) {
        return """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateProfile
                metadata:
                  name: %s
                spec:
                  region: ${AWS_REGION}
                  clusterName: %s
                  podExecutionRole: ${POD_EXECUTION_ROLE_ARN}
                  subnets: ["${SUBNET_A}", "${SUBNET_B}"]
                  selectors:
                    - namespace: %s
                """.formatted(name, cluster, namespace);
    }

    public Optional<FargateProfile> find(String name) {
        return Optional.ofNullable(world.kubernetes()
                .resources(FargateProfile.class)
                .withName(name)
                .get());
    }

    /** Waits until a profile is Ready for its present generation. */
    public FargateProfile awaitReady(String name) {
        return await(
                name,
                "Ready",
                profile -> profile.getMetadata()
                                .getGeneration()
                                .equals(profile.getStatus().observedGeneration())
                        && Conditions.isTrue(profile.getStatus().conditions(), Conditions.READY));
    }

    public FargateProfile awaitReason(String name, String reason) {
        return await(name, reason, profile -> ready(profile)
                .filter(condition -> condition.getReason().equals(reason))
                .isPresent());
    }

    /** Waits until a profile that has a status is as described; if it never is, its status tells how far it came. */
    public FargateProfile await(String name, String description, Predicate<FargateProfile> wanted) {
        try {
            return Awaitility.await(name + " to be " + description)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(
                            () -> find(name)
                                    .filter(profile -> profile.getStatus() != null)
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
                                            .map(profile -> Serialization.asYaml(profile.getStatus()))
                                            .orElse("it does not exist")),
                    e);
        }
    }

    public static Optional<Condition> ready(FargateProfile profile) {
        return Conditions.find(profile.getStatus().conditions(), Conditions.READY);
    }

    public void delete(String name) {
        world.kubernetes().resources(FargateProfile.class).withName(name).delete();
    }

    public void awaitGone(String name) {
        world.until(name + " to be gone", () -> find(name).isEmpty());
    }

    /** Makes a pod that EKS has placed on a profile. */
    public void pod(String profile, String namespace, String name) {
        world.kubernetes()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName("default")
                        .endMetadata()
                        .build())
                .serverSideApply();
        world.kubernetes()
                .resource(new PodBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .withLabels(Map.of("eks.amazonaws.com/fargate-profile", profile))
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("main")
                        .withImage("nginx")
                        .endContainer()
                        .endSpec()
                        .build())
                .create();
    }
}

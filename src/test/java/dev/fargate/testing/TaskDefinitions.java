package dev.fargate.testing;

import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.engine.Conditions;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The task definitions of a world, and what they come to. */
public record TaskDefinitions(World world) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    public Resource<FargateTaskDefinition> of(String namespace, String name) {
        return world.kubernetes()
                .resources(FargateTaskDefinition.class)
                .inNamespace(namespace)
                .withName(name);
    }

    public FargateTaskDefinition get(String namespace, String name) {
        return of(namespace, name).require();
    }

    /** The newest revision that is on record. */
    public String revision(String namespace, String name) {
        return get(namespace, name).getStatus().taskDefinition().arn();
    }

    /** Waits until one is Ready for its present generation. */
    public FargateTaskDefinition awaitReady(String namespace, String name) {
        return await(namespace, name, "Ready", definition -> ready(definition)
                .filter(condition -> condition.getStatus().equals("True"))
                .filter(condition -> condition
                        .getObservedGeneration()
                        .equals(definition.getMetadata().getGeneration()))
                .isPresent());
    }

    public FargateTaskDefinition awaitReason(String namespace, String name, String reason) {
        return await(namespace, name, reason, definition -> ready(definition)
                .filter(condition -> condition.getReason().equals(reason))
                .isPresent());
    }

    /** Waits until one is as described; if it never is, its status tells how far it came. */
    public FargateTaskDefinition await(
            String namespace, String name, String description, Predicate<FargateTaskDefinition> wanted) {
        try {
            return Awaitility.await(namespace + "/" + name + " to be " + description)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(
                            () -> Optional.ofNullable(of(namespace, name).get())
                                    .filter(found -> found.getStatus() != null)
                                    .filter(wanted),
                            Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "%s/%s is not %s: %s"
                            .formatted(
                                    namespace,
                                    name,
                                    description,
                                    Serialization.asYaml(of(namespace, name).get())),
                    e);
        }
    }

    public void delete(String namespace, String name) {
        of(namespace, name).delete();
    }

    public void awaitGone(String namespace, String name) {
        Awaitility.await(namespace + "/" + name + " to be gone")
                .atMost(PATIENCE)
                .until(() -> of(namespace, name).get() == null);
    }

    public static Optional<Condition> ready(FargateTaskDefinition definition) {
        return Conditions.find(definition.getStatus().conditions(), Conditions.READY);
    }

    public static String message(FargateTaskDefinition definition) {
        return ready(definition).orElseThrow().getMessage();
    }
}

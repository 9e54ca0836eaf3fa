package dev.fargate.testing;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.engine.Conditions;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The environments of a world, and what they come to. */
public record Environments(World world) {

    public Optional<FargateEnvironment> find(String name) {
        return Optional.ofNullable(world.kubernetes()
                .resources(FargateEnvironment.class)
                .withName(name)
                .get());
    }

    public void awaitReady(String name) {
        world.until("environment " + name + " to be Ready", () -> find(name)
                .filter(found -> found.getStatus() != null)
                .filter(found -> Conditions.isTrue(found.getStatus().conditions(), Conditions.READY))
                .isPresent());
    }

    /** Waits until one tells a reason for its present generation. */
    public FargateEnvironment awaitReason(String name, String reason) {
        world.until("environment " + name + " to be " + reason, () -> find(name)
                .filter(found -> found.getStatus() != null)
                .filter(found -> Objects.equals(
                        found.getStatus().observedGeneration(),
                        found.getMetadata().getGeneration()))
                .flatMap(found -> Conditions.find(found.getStatus().conditions(), Conditions.READY))
                .filter(condition -> condition.getReason().equals(reason))
                .isPresent());
        return find(name).orElseThrow();
    }

    /** Asks the operator to look at one at once. */
    public void lookAgainAt(String name) {
        world.kubectl().run("annotate", "fenv", name, "--overwrite", "fargate.dev/reconcile-at=" + Instant.now());
    }

    public void delete(String name) {
        world.kubernetes().resources(FargateEnvironment.class).withName(name).delete();
    }

    public void awaitGone(String name) {
        world.until("environment " + name + " to be gone", () -> find(name).isEmpty());
    }
}

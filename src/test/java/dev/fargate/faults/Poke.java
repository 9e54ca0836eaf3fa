package dev.fargate.faults;

import dev.fargate.api.Api;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateService;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A person who wants a resource looked at again now. */
final class Poke {
    private Poke() {}

    static void service(World world, String namespace, String name) {
        world.kubernetes()
                .resources(FargateService.class)
                .inNamespace(namespace)
                .withName(name)
                .edit(Poke::poked);
    }

    static void environment(World world, String name) {
        world.kubernetes().resources(FargateEnvironment.class).withName(name).edit(Poke::poked);
    }

    private static <T extends HasMetadata> T poked(T resource) {
        Map<String, String> annotations = new HashMap<>(
                resource.getMetadata().getAnnotations() == null
                        ? Map.of()
                        : resource.getMetadata().getAnnotations());
        annotations.put(Api.RECONCILE_AT, Instant.now().toString());
        resource.getMetadata().setAnnotations(annotations);
        return resource;
    }
}

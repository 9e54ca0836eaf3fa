package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.FargateService;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.World;
import java.util.List;
import java.util.stream.IntStream;

/** An environment and its services in a namespace of the same name, from nothing to nothing. */
final class Estate {
    private final World world;
    private final String name;
    private final JsonNode before;

    private Estate(World world, String name) {
        this.world = world;
        this.name = world.namespace(name);
        this.before = world.aws().remaining();
    }

    /** Notes what AWS has, and applies the environment. An operator must run. */
    static Estate begun(World world, String name) {
        Estate estate = new Estate(world, name);
        world.apply(Manifests.environment(name));
        world.environments().awaitReady(name);
        return estate;
    }

    /** Applies a service with an image of this number. */
    void apply(String service, int image) {
        world.apply(Manifests.service(name, service, name, "nginx:" + image));
    }

    void awaitReady(String service) {
        world.awaitReady(name, service);
    }

    void awaitReason(String service, String reason) {
        world.awaitReason(name, service, reason);
    }

    void delete(String service) {
        world.delete(name, service);
    }

    void awaitGone(String service) {
        world.awaitGone(name, service);
    }

    /** Waits until it is Ready; then AWS has never had a second one of it, nor more revisions than it was given images. */
    void assertRunsAlone(String service, int image) {
        awaitReady(service);
        assertThat(world.aws().dump().findValuesAsText("arn"))
                .filteredOn(arn -> arn.endsWith(":service/" + name + "/" + inAws(service)))
                .hasSize(1);
        assertThat(world.ecs().revisions(inAws(service)))
                .isEqualTo(IntStream.rangeClosed(1, image).boxed().toList());
        assertThat(world.ecs().service(name, inAws(service)).taskDefinition())
                .endsWith("/" + inAws(service) + ":" + image);
    }

    /** Of a resource, which changes with every write to it. */
    String version(String service) {
        return world.service(name, service).orElseThrow().getMetadata().getResourceVersion();
    }

    /** The name of a service in ECS. */
    String inAws(String service) {
        return name + "_" + service;
    }

    /** Deletes everything and waits; then AWS has what it had before. */
    void endToNothing() {
        services().forEach(this::delete);
        world.until("all services to be gone", () -> services().isEmpty());
        world.environments()
                .find(name)
                .ifPresent(found -> world.kubernetes().resource(found).delete());
        world.environments().awaitGone(name);
        assertNothingLeft();
    }

    void assertNothingLeft() {
        assertThat(world.aws().remaining()).isEqualTo(before);
    }

    private List<String> services() {
        return world.kubernetes().resources(FargateService.class).inNamespace(name).list().getItems().stream()
                .map(service -> service.getMetadata().getName())
                .toList();
    }
}

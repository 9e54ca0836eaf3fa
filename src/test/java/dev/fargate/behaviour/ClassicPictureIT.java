package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.testing.Balancers;
import dev.fargate.testing.EndpointSets;
import dev.fargate.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the internet to tasks in private subnets, by manifests alone: the samples of the directory classic. */
class ClassicPictureIT {
    private static final Path SAMPLES = Path.of("operator", "samples", "classic");
    private static final String NAMESPACE = "default";

    @AutoClose
    private static final World world = World.start();

    @TempDir
    private Path directory;

    @Test
    void itStandsInWhateverOrderItIsAppliedAndLeavesNothing() throws IOException {
        JsonNode before = world.aws().remaining();
        world.operator("--preflight=true");
        List<Path> files = filled();

        world.kubectl().run("apply", "-R", "-f", directory.toString());
        standsComplete();
        world.kubectl().run("delete", "-R", "-f", directory.toString());
        assertThat(world.aws().remaining()).isEqualTo(before);

        files.reversed().forEach(file -> world.kubectl().run("apply", "-f", file.toString()));
        standsComplete();
        world.kubectl().run("delete", "-R", "-f", directory.toString());
        assertThat(world.aws().remaining()).isEqualTo(before);
    }

    private static void standsComplete() {
        new EndpointSets(world).awaitReady("classic");
        new Balancers(world).awaitReady(NAMESPACE, "classic");
        world.awaitReady(NAMESPACE, "shop");
        world.until("the load balancer to lead to the service", () -> new Balancers(world)
                .find(NAMESPACE, "classic")
                .filter(balancer -> balancer.getStatus().services().contains(NAMESPACE + "/shop"))
                .isPresent());
        world.until("AWS to be in reach", () -> reached().equals(List.of(true, true, true, true)));
    }

    private static List<Boolean> reached() {
        return world.environments()
                .find("classic")
                .map(environment -> environment.getStatus().reachability())
                .map(reachability -> reachability.services().stream()
                        .map(service -> Boolean.TRUE.equals(service.reached()))
                        .toList())
                .orElse(List.of());
    }

    /** In the order of kubectl. */
    private List<Path> filled() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<Path> samples = files.sorted().toList();
            for (Path sample : samples) {
                Files.writeString(
                        directory.resolve(sample.getFileName()), world.account().filled(Files.readString(sample)));
            }
            return samples.stream()
                    .map(sample -> directory.resolve(sample.getFileName()))
                    .toList();
        }
    }
}

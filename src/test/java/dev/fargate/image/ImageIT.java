package dev.fargate.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fargate.bench.ProcessUse;
import dev.fargate.image.Image.Parts;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The image without its AOT cache, which takes a training run; unpacked, and run as a container of it would. */
class ImageIT {
    private static final Parts PARTS = new Parts(Path.of("target"), Machine.own(), Optional.empty());

    private static World world;
    private static UnpackedImage image;

    @BeforeAll
    static void start() throws Exception {
        image = UnpackedImage.of(Image.make(PARTS, "test"));
        world = World.start();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void itRunsInTheSmallestPodWithoutRightsAndWritesNothing() {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may change its root directory");
        try (Limits limits = Limits.smallest().orElseGet(Limits::none)) {
            OperatorUnderTest operator = Pod.of(world, image).start(limits, Map.of(), Map.of());
            String ns = world.namespace("contained");
            world.apply(Manifests.environment("contained"));
            world.apply(Manifests.service(ns, "web", "contained", "nginx:1"));
            world.awaitReady(ns, "web");

            assertThat(ProcessUse.of(operator.pid()).peakMib()).isLessThan(Limits.MIB);
            assertThat(operator.log()).doesNotContain("WARN");
            operator.stop();
        }
    }

    @Test
    void itHasNeitherShellNorRootAndTellsWhatIsInIt() throws Exception {
        assertThat(image.config().at("/config/User").asText()).isEqualTo("65532:65532");
        assertThat(image.files("")).noneMatch(file -> file.matches("(.*/)?(sh|bash|busybox|jcmd)"));
        assertThat(image.files("app"))
                .contains("bom.json", "licenses/fargate-operator", "fargate-operator.jar", "jvm.options");
        assertThat(image.files("opt/java/legal")).anyMatch(file -> file.endsWith("LICENSE"));
        assertThat(image.config()
                        .at("/config/Labels")
                        .path("org.opencontainers.image.version")
                        .asText())
                .isEqualTo("test");
    }

    @Test
    void anotherBuildHasTheSameLayers() throws Exception {
        List<String> layers = image.layers();

        assertThat(OciLayout.unpacked(Image.make(PARTS, "another")).layers()).isEqualTo(layers);
    }
}

package dev.fargate.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageIndexTest {
    @TempDir
    private Path directory;

    @Test
    void eachProcessorFindsItsImage() throws Exception {
        List<Path> archives = List.of(image("amd64"), image("arm64"));

        Path tar = ImageIndex.of(archives, "1.0", directory.resolve("index.tar"));

        OciLayout layout = OciLayout.unpacked(tar);
        assertThat(layout.descriptor()
                        .at("/annotations/org.opencontainers.image.ref.name")
                        .asText())
                .isEqualTo("1.0");
        JsonNode images = layout.manifest().path("manifests");
        assertThat(images.valueStream()
                        .map(image -> image.at("/platform/architecture").asText()))
                .containsExactly("amd64", "arm64");
        assertThat(images).allSatisfy(image -> {
            Path manifest = layout.file(image.path("digest").asText());
            assertThat(Files.size(manifest)).isEqualTo(image.path("size").asLong());
            JsonNode layers = OciLayout.JSON.readTree(manifest.toFile()).path("layers");
            assertThat(layers).isNotEmpty().allSatisfy(layer -> assertThat(
                            layout.file(layer.path("digest").asText()))
                    .exists());
        });
    }

    private Path image(String architecture) throws Exception {
        Path tar = directory.resolve(architecture + ".tar");
        Path cache = directory.resolve("cache");
        Path file = Files.writeString(directory.resolve(architecture), architecture);
        Jib.fromScratch()
                .setFormat(ImageFormat.OCI)
                .setPlatforms(Set.of(new Platform(architecture, "linux")))
                .addLayer(List.of(file), "/")
                .containerize(Containerizer.to(TarImage.at(tar).named("test:1"))
                        .setOfflineMode(true)
                        .setBaseImageLayersCache(cache)
                        .setApplicationLayersCache(cache));
        return tar;
    }
}

package dev.fargate.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An OCI image layout: a directory of blobs by digest, and an index that names the image. */
record OciLayout(Path directory) {
    static final ObjectMapper JSON = new ObjectMapper();

    /** Of an archive, in a directory beside it. */
    static OciLayout unpacked(Path tar) throws IOException {
        Path directory = tar.resolveSibling(tar.getFileName() + "-layout");
        LinkedRuntime.delete(directory);
        extract(tar, directory);
        return new OciLayout(directory);
    }

    /** The index's entry of the image: media type, size and digest of its manifest. */
    JsonNode descriptor() throws IOException {
        return JSON.readTree(directory.resolve("index.json").toFile()).at("/manifests/0");
    }

    /** The configuration of the image. */
    JsonNode config() throws IOException {
        return blob(manifest().at("/config/digest"));
    }

    /** The digests of its layers. */
    List<String> layers() throws IOException {
        return manifest()
                .path("layers")
                .valueStream()
                .map(layer -> layer.path("digest").asText())
                .toList();
    }

    JsonNode manifest() throws IOException {
        return blob(descriptor().path("digest"));
    }

    Path file(String digest) {
        return directory.resolve("blobs").resolve(digest.replace(':', '/'));
    }

    private JsonNode blob(JsonNode digest) throws IOException {
        return JSON.readTree(file(digest.asText()).toFile());
    }

    static void extract(Path tar, Path target) throws IOException {
        Files.createDirectories(target);
        Program.run(new ProcessBuilder("tar", "-xf", tar.toString(), "-C", target.toString()));
    }
}

package dev.fargate.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** One image for several processors, as the OCI image specification has it: an index of the images for each. */
final class ImageIndex {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String REFERENCE = "org.opencontainers.image.ref.name";

    private ImageIndex() {}

    /** Writes an archive with the images of these archives. */
    static Path of(List<Path> archives, String reference, Path target) throws IOException {
        Path directory = target.resolveSibling(target.getFileName() + "-joined");
        LinkedRuntime.delete(directory);
        OciLayout joined = new OciLayout(Files.createDirectories(directory));
        ObjectNode images = index();
        for (Path archive : archives) {
            OciLayout layout = OciLayout.unpacked(archive);
            copyBlobs(layout, joined);
            ObjectNode image = layout.descriptor().deepCopy();
            image.remove("annotations");
            ObjectNode platform = image.putObject("platform");
            platform.put("architecture", layout.config().path("architecture").asText());
            platform.put("os", layout.config().path("os").asText());
            images.withArray("manifests").add(image);
        }
        ObjectNode index = index();
        ObjectNode descriptor = store(joined, images);
        descriptor.putObject("annotations").put(REFERENCE, reference);
        index.withArray("manifests").add(descriptor);
        Files.write(directory.resolve("index.json"), OciLayout.JSON.writeValueAsBytes(index));
        Files.writeString(directory.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Program.run(new ProcessBuilder(
                "tar",
                "--sort=name",
                "--mtime=@0",
                "--owner=0",
                "--group=0",
                "-C",
                directory.toString(),
                "-cf",
                target.toString(),
                "blobs",
                "index.json",
                "oci-layout"));
        return target;
    }

    private static ObjectNode index() {
        return OciLayout.JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", INDEX);
    }

    private static ObjectNode store(OciLayout layout, JsonNode blob) throws IOException {
        byte[] bytes = OciLayout.JSON.writeValueAsBytes(blob);
        String digest = "sha256:" + sha256(bytes);
        Files.write(layout.file(digest), bytes);
        return OciLayout.JSON
                .createObjectNode()
                .put("mediaType", INDEX)
                .put("digest", digest)
                .put("size", bytes.length);
    }

    private static void copyBlobs(OciLayout from, OciLayout to) throws IOException {
        Path source = from.directory().resolve("blobs");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.directory().resolve("blobs").resolve(source.relativize(file));
                Files.createDirectories(target.getParent());
                if (!Files.exists(target)) {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

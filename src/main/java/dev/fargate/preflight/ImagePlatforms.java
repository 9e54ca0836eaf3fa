package dev.fargate.preflight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * For which processors an image is built, by the words of images (amd64, arm64). A manifest for one processor does not name it (OCI image
 * specification: only its configuration does, which is a download).
 *
 * @param architectures none: not known
 */
record ImagePlatforms(Set<String> architectures) {
    private static final ObjectMapper JSON = new ObjectMapper();

    ImagePlatforms {
        architectures = Set.copyOf(architectures);
    }

    /** Reads an index or a manifest. */
    static ImagePlatforms of(String manifest) {
        try {
            JsonNode manifests =
                    JSON.readTree(manifest == null ? "{}" : manifest).path("manifests");
            return new ImagePlatforms(StreamSupport.stream(manifests.spliterator(), false)
                    .map(entry -> entry.path("platform"))
                    .filter(platform -> platform.path("os").asText().equals("linux"))
                    .map(platform -> platform.path("architecture").asText())
                    .collect(Collectors.toSet()));
        } catch (JsonProcessingException e) {
            return new ImagePlatforms(Set.of());
        }
    }
}

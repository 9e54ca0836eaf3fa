package dev.fargate.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** AWS's published service models, as botocore ships them: {@code SERVICE/DATE/service-2.json}, gzipped or not. */
public record BotocoreData(Path directory) {
    /** Where botocore's name is not the one that requests are signed with. */
    private static final Map<String, String> SIGNED_AS = Map.of("elasticfilesystem", "efs");

    /** The newest model of a service, or empty when there is none of that name. */
    public Optional<JsonNode> model(String service) {
        Path versions = directory.resolve(SIGNED_AS.getOrDefault(service, service));
        if (service.isEmpty() || !Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> dates = Files.list(versions)) {
            return dates.max(Comparator.naturalOrder()).map(BotocoreData::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path version) {
        Path plain = version.resolve("service-2.json");
        try {
            if (Files.exists(plain)) {
                return Json.MAPPER.readTree(plain.toFile());
            }
            try (InputStream packed = new GZIPInputStream(Files.newInputStream(version.resolve("service-2.json.gz")))) {
                return Json.MAPPER.readTree(packed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

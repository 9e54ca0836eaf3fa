package dev.fargate.simulator.moto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tags of Fargate profiles: moto changes those of clusters only.
 *
 * <p>Source: https://docs.aws.amazon.com/eks/latest/APIReference/API_TagResource.html
 */
final class ProfileTags {
    private static final String KEYS = "tagKeys=";

    private final Map<String, ObjectNode> byArn = new HashMap<>();

    /** Notes a profile that was made. */
    void made(JsonNode profile) {
        ObjectNode tags = Json.object();
        profile.path("tags").properties().forEach(tag -> tags.set(tag.getKey(), tag.getValue()));
        byArn.put(profile.path("fargateProfileArn").asText(), tags);
    }

    /** Puts the present tags into what moto says of a profile. */
    void show(ObjectNode profile) {
        Optional.ofNullable(byArn.get(profile.path("fargateProfileArn").asText()))
                .ifPresent(tags -> profile.set("tags", tags.deepCopy()));
    }

    /** The answer to a call that tags a profile; empty for what else can have tags. */
    Optional<Reply> answer(AwsCall call) {
        String path = call.request().uri().getRawPath();
        ObjectNode tags =
                byArn.get(URLDecoder.decode(path.substring(path.indexOf("/", 1) + 1), StandardCharsets.UTF_8));
        if (tags == null) {
            return Optional.empty();
        }
        if (call.operation().equals("TagResource")) {
            Json.parse(call.request().body())
                    .path("tags")
                    .properties()
                    .forEach(tag -> tags.set(tag.getKey(), tag.getValue()));
        } else {
            Arrays.stream(call.request().uri().getRawQuery().split("&", -1))
                    .filter(parameter -> parameter.startsWith(KEYS))
                    .map(parameter -> URLDecoder.decode(parameter.substring(KEYS.length()), StandardCharsets.UTF_8))
                    .forEach(tags::remove);
        }
        return Optional.of(new Reply(200, Map.of("Content-Type", "application/json"), Json.bytes(Json.object())));
    }

    void forget() {
        byArn.clear();
    }
}

package dev.fargate.profile;

import dev.fargate.api.Api;
import dev.fargate.api.FargateProfile;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a turn is about: with a new spec, a deletion, or when a person asks for it, everything is looked at. */
record Occasion(long generation, boolean deletion, Map<String, String> annotations) {
    static Occasion of(FargateProfile resource) {
        return new Occasion(
                resource.getMetadata().getGeneration(),
                resource.isMarkedForDeletion(),
                Optional.ofNullable(resource.getMetadata().getAnnotations()).orElse(Map.of()).entrySet().stream()
                        .filter(annotation -> annotation.getKey().startsWith(Api.GROUP))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}

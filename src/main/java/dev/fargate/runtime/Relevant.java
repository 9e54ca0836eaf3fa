package dev.fargate.runtime;

import dev.fargate.api.Api;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which updates of a resource begin a turn: its spec, its deletion, finalizers, and our annotations; not its status. */
final class Relevant {
    private static final String OURS = Api.GROUP + "/";

    private Relevant() {}

    static boolean change(HasMetadata before, HasMetadata after) {
        return !Objects.equals(
                        before.getMetadata().getGeneration(),
                        after.getMetadata().getGeneration())
                || !Objects.equals(
                        before.getMetadata().getDeletionTimestamp(),
                        after.getMetadata().getDeletionTimestamp())
                || !Objects.equals(
                        before.getMetadata().getFinalizers(),
                        after.getMetadata().getFinalizers())
                || !annotations(before).equals(annotations(after));
    }

    private static Map<String, String> annotations(HasMetadata resource) {
        Map<String, String> annotations = resource.getMetadata().getAnnotations();
        return annotations == null
                ? Map.of()
                : annotations.entrySet().stream()
                        .filter(annotation -> annotation.getKey().startsWith(OURS))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

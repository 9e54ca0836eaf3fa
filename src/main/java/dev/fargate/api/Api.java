package dev.fargate.api;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names shared by all kinds of the group. */
public final class Api {
    public static final String GROUP = "fargate.dev";
    public static final String VERSION = "v1alpha1";
    public static final String FINALIZER = GROUP + "/finalizer";
    /** RFC 3339 time; the operator looks again at AWS when it is newer than {@code status.lastHandledReconcileAt}. */
    public static final String RECONCILE_AT = GROUP + "/reconcile-at";
    /** RFC 3339 time; a new rollout is due when the primary deployment is older than it. */
    public static final String RESTART_AT = GROUP + "/restart-at";
    /** RFC 3339 time; a FargateSchedule runs once more when it is another than {@code status.lastHandledRunAt}. */
    public static final String RUN_AT = GROUP + "/run-at";

    /** {@code true}: a FargateProfile is deleted even if the operator's own pod runs on it. */
    public static final String FORCE_DELETION = GROUP + "/force-deletion";

    static final String READY = ".status.conditions[?(@.type=='Ready')].status";
    static final String READY_REASON = ".status.conditions[?(@.type=='Ready')].reason";
    static final String PROBLEM = ".status.problem.cause";
    static final String CREATED = ".metadata.creationTimestamp";

    private Api() {}

    /** {@code namespace/name}, or the name alone where a kind has no namespaces. */
    public static String qualified(HasMetadata resource) {
        String namespace = resource.getMetadata().getNamespace();
        String name = resource.getMetadata().getName();
        return namespace == null ? name : namespace + "/" + name;
    }

    /** An annotation of ours or of others. */
    public static Optional<String> annotation(HasMetadata resource, String key) {
        return Optional.ofNullable(resource.getMetadata().getAnnotations()).map(annotations -> annotations.get(key));
    }

    /** An annotation that was not followed yet. */
    public static Optional<String> news(HasMetadata resource, String key, Optional<String> followed) {
        return annotation(resource, key).filter(value -> !followed.equals(Optional.of(value)));
    }

    /** Makes a resource another one's: it is deleted with it. */
    public static OwnerReference ownedBy(HasMetadata owner) {
        return new OwnerReferenceBuilder()
                .withApiVersion(owner.getApiVersion())
                .withKind(owner.getKind())
                .withName(owner.getMetadata().getName())
                .withUid(owner.getMetadata().getUid())
                .withController(true)
                .build();
    }

    public static boolean isOwnedBy(HasMetadata resource, HasMetadata owner) {
        return resource.getMetadata().getOwnerReferences().stream()
                .anyMatch(reference ->
                        reference.getUid().equals(owner.getMetadata().getUid()));
    }

    static <T> List<T> filled(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static <V> Map<String, V> filled(Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}

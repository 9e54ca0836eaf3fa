package dev.fargate.aws;

import java.util.List;
import java.util.Map;

/**
 * Whose an AWS object is. The first four are the identity; the uid only tells incarnations of one resource apart.
 *
 * @param clusterId this operator's cluster id
 * @param namespace empty for cluster-scoped kinds
 */
public record Owner(String clusterId, String kind, String namespace, String name, String uid) {
    private static final String PREFIX = "fargate.dev/";
    public static final String CLUSTER = PREFIX + "cluster";
    public static final String KIND = PREFIX + "kind";
    public static final String NAMESPACE = PREFIX + "namespace";
    public static final String NAME = PREFIX + "name";
    public static final String UID = PREFIX + "uid";
    /** On task definitions: the hash of their content. */
    public static final String CONTENT = PREFIX + "content";

    /** The tags that every object of this owner carries. */
    public Map<String, String> tags() {
        return namespace.isEmpty()
                ? Map.of(CLUSTER, clusterId, KIND, kind, NAME, name, UID, uid)
                : Map.of(CLUSTER, clusterId, KIND, kind, NAMESPACE, namespace, NAME, name, UID, uid);
    }

    /** Whether an object with these tags is this owner's. */
    public boolean owns(Map<String, String> tags) {
        return clusterId.equals(tags.get(CLUSTER))
                && kind.equals(tags.get(KIND))
                && namespace.equals(tags.getOrDefault(NAMESPACE, ""))
                && name.equals(tags.get(NAME));
    }

    /** Whether an object with these tags was made for this incarnation of the owner. */
    public boolean made(Map<String, String> tags) {
        return owns(tags) && uid.equals(tags.get(UID));
    }

    /** Whether the tags name an owner at all, us or another. */
    public static boolean anybodys(Map<String, String> tags) {
        return tags.containsKey(CLUSTER) || tags.containsKey(KIND) || tags.containsKey(NAME);
    }

    /** Whether a tag is one of the operator's own. */
    public static boolean isOurs(String key) {
        return key.startsWith(PREFIX);
    }

    /** The keys among these that are not the operator's own, sorted: what a spec or an environment declares. */
    public static List<String> declaredKeys(Map<String, String> tags) {
        return tags.keySet().stream().filter(key -> !isOurs(key)).sorted().toList();
    }
}

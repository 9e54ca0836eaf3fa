package dev.fargate.runtime;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The resources of one kind that its controller's own informer holds, by environment and by namespace, and the way to wake them.
 *
 * @param <P> a kind that names an environment
 */
final class WorkloadIndex<P extends CustomResource<?, ?>> {
    private static final String BY_ENVIRONMENT = "environment";
    private static final String BY_NAMESPACE = "ofNamespace";
    private static final String BY_TASK_DEFINITION = "taskDefinition";

    private final SimpleInboundEventSource<P> wakeUps = new SimpleInboundEventSource<>("aws");
    private final Function<P, String> environment;
    private final Function<P, List<Condition>> conditions;
    private IndexerResourceCache<P> cache;

    /**
     * Empty until it is attached.
     *
     * @param environment the environment that a resource names
     * @param conditions what its status tells; none if it has none
     */
    WorkloadIndex(Function<P, String> environment, Function<P, List<Condition>> conditions) {
        this.environment = environment;
        this.conditions = conditions;
    }

    void attach(IndexerResourceCache<P> primaries) {
        primaries.addIndexers(Map.of(
                BY_ENVIRONMENT, resource -> List.of(environment.apply(resource)),
                BY_NAMESPACE, resource -> List.of(resource.getMetadata().getNamespace())));
        cache = primaries;
    }

    /**
     * Also by task definition; before the informer starts.
     *
     * @param named the FargateTaskDefinition or the ARN of a revision that a resource names, or null
     */
    void indexTaskDefinitions(Function<P, String> named) {
        cache.addIndexer(BY_TASK_DEFINITION, resource -> Stream.ofNullable(named.apply(resource))
                .map(name -> name.startsWith("arn:")
                        ? name
                        : key(resource.getMetadata().getNamespace(), name))
                .toList());
    }

    /** Those that name a FargateTaskDefinition. */
    List<P> using(String namespace, String taskDefinition) {
        return by(BY_TASK_DEFINITION, key(namespace, taskDefinition));
    }

    /** Those that name a revision by its ARN. */
    List<P> usingRevision(String arn) {
        return by(BY_TASK_DEFINITION, arn);
    }

    private static String key(String namespace, String taskDefinition) {
        return namespace + "/" + taskDefinition;
    }

    SimpleInboundEventSource<P> wakeUps() {
        return wakeUps;
    }

    Optional<P> find(String namespace, String name) {
        return cache.get(new ResourceID(name, namespace));
    }

    private List<P> by(String index, String key) {
        return cache.byIndex(index, key);
    }

    List<P> naming(String environment) {
        return by(BY_ENVIRONMENT, environment);
    }

    List<P> inNamespace(String namespace) {
        return by(BY_NAMESPACE, namespace);
    }

    Stream<P> list() {
        return cache.list();
    }

    /** What the resources of an environment take from it has changed. */
    void wake(String environment) {
        naming(environment).stream().map(ResourceID::fromResource).forEach(this::wake);
    }

    /** A FargateTaskDefinition that they name has changed. */
    void wakeUsers(String namespace, String taskDefinition) {
        using(namespace, taskDefinition).stream().map(ResourceID::fromResource).forEach(this::wake);
    }

    void wake(ResourceID resource) {
        wakeUps.propagateEvent(resource);
    }

    /**
     * AWS has news for a resource.
     *
     * @param owner {@code namespace/name}
     */
    void wakeOwner(String owner) {
        int slash = owner.indexOf('/');
        wake(new ResourceID(owner.substring(slash + 1), owner.substring(0, slash)));
    }

    /** The conditions of each; none before the informer runs. */
    Stream<List<Condition>> conditions() {
        return listed().map(conditions);
    }

    /** All; none before the informer runs. */
    Stream<P> listed() {
        return cache == null ? Stream.of() : cache.list();
    }
}

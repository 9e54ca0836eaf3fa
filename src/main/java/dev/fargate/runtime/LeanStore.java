package dev.fargate.runtime;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What an informer holds, without managedFields: nobody reads them here, and they are half of a resource's memory. */
final class LeanStore<P extends HasMetadata> implements ItemStore<P> {
    private final Map<String, P> items = new ConcurrentHashMap<>();

    @Override
    public String getKey(P item) {
        return Cache.metaNamespaceKeyFunc(item);
    }

    @Override
    public P put(String key, P item) {
        item.getMetadata().setManagedFields(null);
        return items.put(key, item);
    }

    @Override
    public P remove(String key) {
        return items.remove(key);
    }

    @Override
    public Stream<String> keySet() {
        return items.keySet().stream();
    }

    @Override
    public Stream<P> values() {
        return items.values().stream();
    }

    @Override
    public P get(String key) {
        return items.get(key);
    }

    @Override
    public int size() {
        return items.size();
    }
}

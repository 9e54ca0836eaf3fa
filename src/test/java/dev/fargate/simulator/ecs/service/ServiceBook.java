package dev.fargate.simulator.ecs.service;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The services of one cluster by name; INACTIVE ones too, for a while. */
public final class ServiceBook {
    private final NavigableMap<String, Service> services = new TreeMap<>();

    void put(Service service) {
        services.put(service.name, service);
    }

    /** Forgets a service, unless another has taken its name. */
    public void remove(Service service) {
        services.remove(service.name, service);
    }

    /** By name or ARN. */
    public Optional<Service> find(String reference) {
        return Optional.ofNullable(services.get(reference.substring(reference.lastIndexOf('/') + 1)));
    }

    public Stream<Service> all() {
        return services.values().stream();
    }

    public Stream<Service> after(String name) {
        return services.tailMap(name, false).values().stream();
    }

    public long activeCount() {
        return all().filter(service -> service.status == Service.Status.ACTIVE).count();
    }
}

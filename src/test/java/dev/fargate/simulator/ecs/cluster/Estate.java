package dev.fargate.simulator.ecs.cluster;

import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.taskdefinition.Families;
import dev.fargate.simulator.ecs.wire.Realm;
import dev.fargate.simulator.ecs.wire.Request;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that ECS keeps in one realm. */
public final class Estate {
    private static final String DEFAULT = "default";

    private final Families families;
    private final NavigableMap<String, Cluster> clusters = new TreeMap<>();

    public Estate(Realm realm) {
        this.families = new Families(realm);
    }

    public Families families() {
        return families;
    }

    /** By name or ARN, INACTIVE or not. */
    public Optional<Cluster> find(String reference) {
        return Optional.ofNullable(clusters.get(reference.substring(reference.lastIndexOf('/') + 1)));
    }

    /** The cluster that a request is about: the one it names, or the one called {@code default}. */
    public Cluster of(Request request) {
        return find(request.text("cluster", DEFAULT)).filter(Cluster::active).orElseThrow(Estate::notFound);
    }

    public Stream<Cluster> clusters() {
        return clusters.values().stream();
    }

    Stream<Cluster> clustersAfter(String name) {
        return clusters.tailMap(name, false).values().stream();
    }

    void put(Cluster cluster) {
        clusters.put(cluster.name(), cluster);
    }

    static AwsFault notFound() {
        return new AwsFault(400, "ClusterNotFoundException", "Cluster not found.");
    }
}

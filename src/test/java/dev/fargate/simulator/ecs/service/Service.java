package dev.fargate.simulator.ecs.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.task.Task;
import dev.fargate.simulator.ecs.task.TaskBook;
import dev.fargate.simulator.ecs.wire.Realm;
import dev.fargate.simulator.ecs.wire.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One service. Operations set what it wants; {@link Scheduler} does the rest. */
public final class Service {
    /** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html */
    public enum Status {
        ACTIVE,
        DRAINING,
        INACTIVE
    }

    /** A deployment that once completed, for the breaker to go back to. */
    record Completed(String deploymentId, Revision revision) {}

    final Realm realm;
    final String cluster;
    final String name;
    final TaskBook book;
    final Instant createdAt;
    final Tags tags;
    final EventLog events = new EventLog();
    final History history = new History();
    /** PRIMARY first. */
    final List<Deployment> deployments = new ArrayList<>(2);

    Status status = Status.ACTIVE;
    int desiredCount;
    /** Everything whose change is no deployment, shared with equal services. */
    JsonNode conduct;

    /** What replies show as the service's own settings: those of the newest deployment, also when it is long gone. */
    Revision shown;

    long requestPrint;
    Optional<Completed> lastCompleted = Optional.empty();
    boolean unsteady = true;
    boolean settling;

    Service(Realm realm, ServiceHome home, String name, Instant createdAt, Tags tags) {
        this.realm = realm;
        this.cluster = home.cluster();
        this.name = name;
        this.book = home.tasks();
        this.createdAt = createdAt;
        this.tags = tags;
    }

    public String name() {
        return name;
    }

    public String arn() {
        return realm.arn("service/" + cluster + "/" + name);
    }

    public Status status() {
        return status;
    }

    public Tags tags() {
        return tags;
    }

    /** The capacity providers that tasks of this service may still be started on. */
    public Stream<String> providers() {
        return deployments.stream().flatMap(deployment -> {
            List<String> names = new ArrayList<>();
            deployment
                    .revision
                    .at("capacityProviderStrategy")
                    .forEach(item -> names.add(item.path("capacityProvider").asText()));
            return names.stream();
        });
    }

    boolean active() {
        return status == Status.ACTIVE;
    }

    Deployment primary() {
        return deployments.getFirst();
    }

    List<Deployment> older() {
        return deployments.subList(1, deployments.size());
    }

    Stream<Task> tasks() {
        return deployments.stream().flatMap(deployment -> deployment.tasks.stream());
    }

    JsonNode rollout() {
        return conduct.path("deploymentConfiguration");
    }

    JsonNode breaker() {
        return rollout().path("deploymentCircuitBreaker");
    }
}

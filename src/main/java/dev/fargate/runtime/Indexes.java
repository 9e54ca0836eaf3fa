package dev.fargate.runtime;

import dev.fargate.api.Api;
import dev.fargate.api.Cost;
import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.cost.CostSum;
import dev.fargate.environment.Workloads;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the informers hold: each kind is watched once, by its own controller, and read here by the others. */
record Indexes(
        EnvironmentIndex environments,
        TaskDefinitionIndex taskDefinitions,
        ServiceIndex services,
        TaskIndex tasks,
        ScheduleIndex schedules,
        ProfileIndex profiles,
        EndpointsIndex endpoints,
        WorkloadIndex<FargateLoadBalancer> loadBalancers)
        implements Workloads {

    static Indexes empty() {
        return new Indexes(
                new EnvironmentIndex(),
                new TaskDefinitionIndex(),
                new ServiceIndex(),
                new TaskIndex(),
                new ScheduleIndex(),
                new ProfileIndex(),
                new EndpointsIndex(),
                LoadBalancerKind.index());
    }

    @Override
    public List<String> naming(String environment) {
        return Stream.of(
                        services.all().naming(environment).stream().map(Api::qualified),
                        taskDefinitions.all().naming(environment).stream()
                                .map(definition -> Api.qualified(definition) + " (FargateTaskDefinition)"),
                        tasks.all().naming(environment).stream().map(task -> Api.qualified(task) + " (FargateTask)"),
                        schedules.all().naming(environment).stream()
                                .map(schedule -> Api.qualified(schedule) + " (FargateSchedule)"),
                        endpoints.naming(environment).map(name -> name + " (FargateEndpoints)"),
                        loadBalancers.naming(environment).stream()
                                .map(balancer -> Api.qualified(balancer) + " (FargateLoadBalancer)"))
                .flatMap(names -> names)
                .sorted()
                .toList();
    }

    /** The sum of the estimates of an environment's services, as their status tells them; empty if none has one. */
    Optional<Cost> cost(String environment) {
        return CostSum.of(services.all().naming(environment).stream()
                .map(FargateService::getStatus)
                .filter(Objects::nonNull)
                .map(FargateServiceStatus::cost)
                .filter(Objects::nonNull)
                .toList());
    }

    /** What workloads take from an environment has changed. */
    void wake(String environment) {
        taskDefinitions.all().wake(environment);
        services.all().wake(environment);
        tasks.all().wake(environment);
        schedules.all().wake(environment);
        endpoints.wake(environment);
        loadBalancers.wake(environment);
    }

    /** The service whose hook a run is, and the schedule that it is a run of, when they have something to see. */
    void wakeOwners(FargateTask run, FargateTaskStatus status) {
        Optional.ofNullable(run.getSpec().fromSchedule())
                .filter(schedule -> TaskIndex.changed(run, status))
                .map(schedule -> new ResourceID(schedule, run.getMetadata().getNamespace()))
                .ifPresent(schedules.all()::wake);
        run.getMetadata().getOwnerReferences().stream()
                .filter(owner -> owner.getKind().equals(HasMetadata.getKind(FargateService.class)))
                .map(owner -> new ResourceID(owner.getName(), run.getMetadata().getNamespace()))
                .forEach(services.all()::wake);
    }

    /** Wakes the task definitions whose status does not tell how many services name them. */
    void wakeMiscounted() {
        taskDefinitions
                .all()
                .list()
                .filter(definition -> definition.getStatus() != null)
                .filter(definition -> !Objects.equals(
                        definition.getStatus().services(),
                        services.all()
                                .using(
                                        definition.getMetadata().getNamespace(),
                                        definition.getMetadata().getName())
                                .size()))
                .map(ResourceID::fromResource)
                .forEach(taskDefinitions.all()::wake);
    }

    /** The revisions that are to run in an environment, and whom to wake for each. */
    Map<String, Runnable> revisions(String environment) {
        Map<String, Runnable> revisions = new HashMap<>(services.revisions(environment));
        revisions.putAll(schedules.revisions(environment));
        revisions.putAll(taskDefinitions.revisions(environment));
        return revisions;
    }
}

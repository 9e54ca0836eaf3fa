package dev.fargate.runtime;

import dev.fargate.api.Api;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.FargateTaskDefinitionStatus;
import dev.fargate.api.Revisions;
import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.ServiceWatch;
import dev.fargate.environment.Environments;
import dev.fargate.taskdefinition.TaskDefinitionUse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;

/** Who uses a FargateTaskDefinition, out of what the informers and the watch of services hold. */
record RunningRevisions(Indexes indexes, ServiceWatch watch) implements TaskDefinitionUse {

    @Override
    public List<String> services(String namespace, String name) {
        return indexes.services().all().using(namespace, name).stream()
                .map(Api::qualified)
                .sorted()
                .toList();
    }

    @Override
    public Optional<Map<String, String>> revisions(FargateTaskDefinition definition) {
        List<String> own = own(definition);
        Map<String, String> used = new HashMap<>();
        for (FargateService service : candidates(definition, own)) {
            String owner = Api.qualified(service);
            Optional<String> intended = intended(service);
            intended.ifPresent(arn -> used.put(arn, owner));
            Optional<Set<String>> seen = seen(service);
            seen.ifPresent(revisions -> revisions.forEach(arn -> used.put(arn, owner)));
            boolean concerned = names(service, definition)
                    || Optional.ofNullable(service.getSpec().taskDefinition())
                            .filter(own::contains)
                            .isPresent()
                    || intended.filter(own::contains).isPresent();
            if (seen.isEmpty() && concerned) {
                return Optional.empty();
            }
        }
        runs(definition, own).forEach(task -> TaskIndex.revision(task)
                .ifPresent(arn -> used.put(arn, Api.qualified(task) + " (FargateTask)")));
        schedules(definition, own).forEach(schedule -> ScheduleIndex.revision(schedule)
                .ifPresent(arn -> used.put(arn, Api.qualified(schedule) + " (FargateSchedule)")));
        return Optional.of(used);
    }

    /** A schedule names what it runs next. */
    private Stream<FargateSchedule> schedules(FargateTaskDefinition definition, List<String> own) {
        WorkloadIndex<FargateSchedule> all = indexes.schedules().all();
        return Stream.concat(
                all
                        .using(
                                definition.getMetadata().getNamespace(),
                                definition.getMetadata().getName())
                        .stream(),
                own.stream().map(all::usingRevision).flatMap(List::stream));
    }

    /** A run names what it has begun with, to its end. */
    private Stream<FargateTask> runs(FargateTaskDefinition definition, List<String> own) {
        WorkloadIndex<FargateTask> all = indexes.tasks().all();
        return Stream.concat(
                all
                        .using(
                                definition.getMetadata().getNamespace(),
                                definition.getMetadata().getName())
                        .stream(),
                own.stream().map(all::usingRevision).flatMap(List::stream));
    }

    /** All of the namespace, because one may have named the task definition until now; and any that names a revision by ARN. */
    private List<FargateService> candidates(FargateTaskDefinition definition, List<String> own) {
        WorkloadIndex<FargateService> all = indexes.services().all();
        return Stream.concat(
                        all.inNamespace(definition.getMetadata().getNamespace()).stream(),
                        own.stream().map(all::usingRevision).flatMap(List::stream))
                .toList();
    }

    private static List<String> own(FargateTaskDefinition definition) {
        return Optional.ofNullable(definition.getStatus())
                .map(FargateTaskDefinitionStatus::taskDefinition)
                .map(Revisions::revisions)
                .orElse(List.of());
    }

    private static boolean names(FargateService service, FargateTaskDefinition definition) {
        return definition
                        .getMetadata()
                        .getNamespace()
                        .equals(service.getMetadata().getNamespace())
                && definition.getMetadata().getName().equals(service.getSpec().taskDefinition());
    }

    private static Optional<String> intended(FargateService service) {
        return Optional.ofNullable(service.getStatus())
                .map(FargateServiceStatus::taskDefinition)
                .map(Revisions::arn);
    }

    /** A deployment that is being replaced may still be gone back to. */
    private Optional<Set<String>> seen(FargateService service) {
        if (service.getStatus() == null || service.getStatus().place() == null) {
            // Nothing was made for it yet.
            return Optional.of(Set.of());
        }
        Optional<ServiceRef> ref = ref(service);
        if (ref.isEmpty()) {
            return Optional.empty();
        }
        return watch.latest(ref.get()).flatMap(look -> switch (look) {
            case Look.Found found -> Optional.of(seen(found.service()));
            case Look.Missing missing -> Optional.of(Set.<String>of());
            case Look.Failed failed -> Optional.<Set<String>>empty();
        });
    }

    private static Set<String> seen(Service service) {
        Set<String> used = new HashSet<>();
        used.add(service.taskDefinition());
        service.deployments().stream().map(Deployment::taskDefinition).forEach(used::add);
        return used;
    }

    private Optional<ServiceRef> ref(FargateService service) {
        FargateServiceStatus status = service.getStatus();
        return Optional.ofNullable(status.serviceArn())
                .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
                .flatMap(name -> indexes.environments()
                        .find(service.getSpec().environment())
                        .map(environment -> new ServiceRef(
                                Environments.scope(environment.getMetadata().getName(), environment.getSpec()),
                                status.place().clusterArn(),
                                name,
                                Api.qualified(service))));
    }
}

package dev.fargate.runtime;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.ServiceWatch;
import dev.fargate.environment.Environments;
import dev.fargate.taskdefinition.TaskDefinitionUse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;

/** Who uses a FargateTaskDefinition, out of what the informers and the watch of services hold. */
record RunningRevisions(Indexes indexes, ServiceWatch watch) implements TaskDefinitionUse {

    @Override
    public List<String> services(String namespace, String name) {
        return indexes.services().running(namespace, name).stream()
                .map(WorkloadIndex::owner)
                .sorted()
                .toList();
    }

    @Override
    public Optional<Set<String>> revisions(String namespace, String name) {
        Set<String> used = new HashSet<>();
        for (FargateService service : indexes.services().running(namespace, name)) {
            Optional<Set<String>> of = revisions(service);
            if (of.isEmpty()) {
                return of;
            }
            used.addAll(of.get());
        }
        return Optional.of(used);
    }

    /** A deployment that is being replaced may still be gone back to. */
    private Optional<Set<String>> revisions(FargateService service) {
        Optional<ServiceRef> ref = ref(service);
        if (ref.isEmpty()) {
            // It was not created yet, or its environment is gone with its account.
            return Optional.of(Set.of());
        }
        return watch.latest(ref.get()).flatMap(look -> switch (look) {
            case Look.Found found -> Optional.of(revisions(found.service()));
            case Look.Missing missing -> Optional.of(Set.<String>of());
            case Look.Failed failed -> Optional.<Set<String>>empty();
        });
    }

    private static Set<String> revisions(Service service) {
        Set<String> used = new HashSet<>();
        used.add(service.taskDefinition());
        service.deployments().stream().map(Deployment::taskDefinition).forEach(used::add);
        return used;
    }

    private Optional<ServiceRef> ref(FargateService service) {
        return Optional.ofNullable(service.getStatus())
                .map(FargateServiceStatus::place)
                .flatMap(place -> indexes.environments()
                        .find(service.getSpec().environment())
                        .map(environment -> new ServiceRef(
                                Environments.scope(environment.getMetadata().getName(), environment.getSpec()),
                                place.clusterArn(),
                                service.getMetadata().getNamespace() + "_"
                                        + service.getMetadata().getName(),
                                WorkloadIndex.owner(service))));
    }
}

package dev.fargate.taskdefinition;

import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.FargateTaskDefinitionSpec;
import dev.fargate.aws.Owner;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.Fence;
import dev.fargate.environment.Ownership;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.environment.WorkloadTags;
import java.util.Map;
import java.util.Optional;

/** From a FargateTaskDefinition and its environment to the revision that should be the newest of its family. Pure. */
final class TaskDefinitionResolver {
    /** Of services, too. */
    private static final int HISTORY_LIMIT = 3;

    private TaskDefinitionResolver() {}

    static Resolution<DesiredFamily> resolve(
            FargateTaskDefinition resource, ResolvedEnvironment environment, String clusterId) {
        FargateTaskDefinitionSpec spec = resource.getSpec();
        Owner owner = Ownership.owner(resource, clusterId);
        Fence fence = new Fence(environment, owner.namespace());
        Optional<Problem> fenced = fence.check(spec.task(), owner.name())
                .or(() -> Optional.ofNullable(spec.family()).flatMap(fence::checkFamily));
        if (fenced.isPresent()) {
            return new Resolution.Unresolved<>(fenced.get());
        }
        return switch (WorkloadTags.of(environment, spec.tags(), owner)) {
            case Resolution.Unresolved<Map<String, String>> unresolved ->
                new Resolution.Unresolved<>(unresolved.problem());
            case Resolution.Resolved<Map<String, String>> tags ->
                switch (TaskDefinitionRequests.resolve(spec.task(), context(resource, environment, tags.desired()))) {
                    case Resolution.Unresolved<DesiredTaskDefinition> unresolved ->
                        new Resolution.Unresolved<>(unresolved.problem());
                    case Resolution.Resolved<DesiredTaskDefinition> definition ->
                        new Resolution.Resolved<>(new DesiredFamily(
                                new Ownership(environment, owner, Optional.ofNullable(spec.adoptionPolicy())),
                                environment.scope(),
                                environment.place(),
                                definition.desired(),
                                new DesiredFamily.Settings(
                                        spec.family() != null,
                                        spec.revisionHistoryLimit() == null
                                                ? HISTORY_LIMIT
                                                : spec.revisionHistoryLimit())));
                };
        };
    }

    private static TaskContext context(
            FargateTaskDefinition resource, ResolvedEnvironment environment, Map<String, String> tags) {
        return new TaskContext(
                resource.getMetadata().getNamespace(),
                resource.getMetadata().getName(),
                family(resource),
                environment.scope().region(),
                environment.defaults(),
                tags);
    }

    /** {@code _} cannot occur in a Kubernetes name, so no two resources of a kind meet. */
    static String family(FargateTaskDefinition resource) {
        return resource.getSpec().family() == null
                ? resource.getMetadata().getNamespace() + "_"
                        + resource.getMetadata().getName()
                : resource.getSpec().family();
    }
}

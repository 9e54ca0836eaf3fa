package dev.fargate.preview;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.api.Api;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.FargateTaskDefinitionStatus;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.engine.Recipe;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Takes a turn of the loop of a manifest's kind, as if it were to be observed. */
public final class Previews {
    private static final String POLICY = "managementPolicy";
    private static final String PAUSED = "Paused";

    private final ClusterView cluster;
    private final ObjectMapper mapper;
    private final SameAccount account;
    private final Recipes recipes;

    /**
     * Over what the caller may read.
     *
     * @param mapper knows the kinds
     * @param account refuses what is elsewhere
     */
    Previews(ClusterView cluster, ObjectMapper mapper, SameAccount account, Recipes recipes) {
        this.cluster = cluster;
        this.mapper = mapper;
        this.account = account;
        this.recipes = recipes;
    }

    /** Empty for what is no resource of ours. */
    public Optional<Preview> of(HasMetadata manifest) {
        account.check(manifest);
        return switch (manifest) {
            case FargateService service ->
                Optional.of(turned(service, FargateService.class, recipes.services(), (name, status) -> Preview.of(
                                service.getKind(),
                                name,
                                status.conditions(),
                                status.plan(),
                                Optional.ofNullable(status.cost()))
                        .expecting(Optional.ofNullable(status.preflight()))));
            case FargateTask task ->
                Optional.of(turned(task, FargateTask.class, recipes.tasks(), (name, status) -> Preview.of(
                                task.getKind(), name, status.conditions(), status.plan(), Optional.empty())
                        .expecting(Optional.ofNullable(status.preflight()))));
            case FargateTaskDefinition definition ->
                Optional.of(turned(
                        definition,
                        FargateTaskDefinition.class,
                        recipes.taskDefinitions(),
                        (name, status) -> Preview.of(
                                definition.getKind(), name, status.conditions(), status.plan(), Optional.empty())));
            case FargateEnvironment environment ->
                Optional.of(turned(
                        environment,
                        FargateEnvironment.class,
                        recipes.environments(),
                        (name, status) -> Preview.of(
                                environment.getKind(), name, status.conditions(), status.plan(), Optional.empty())));
            case FargateSchedule schedule ->
                Optional.of(turned(
                        schedule,
                        FargateSchedule.class,
                        recipes.schedules(),
                        (name, status) -> Preview.of(
                                schedule.getKind(), name, status.conditions(), status.plan(), Optional.empty())));
            default -> Optional.empty();
        };
    }

    /**
     * The loops, which make no write where a resource is to be observed.
     *
     * @param services with their cost
     */
    public record Recipes(
            Recipe<FargateService, FargateServiceStatus> services,
            Recipe<FargateTask, FargateTaskStatus> tasks,
            Recipe<FargateTaskDefinition, FargateTaskDefinitionStatus> taskDefinitions,
            Recipe<FargateEnvironment, FargateEnvironmentStatus> environments,
            Recipe<FargateSchedule, FargateScheduleStatus> schedules) {}

    private <P extends CustomResource<?, S>, S> Preview turned(
            P manifest, Class<P> kind, Recipe<P, S> recipe, BiFunction<String, S, Preview> told) {
        if (manifest.getSpec() == null) {
            throw new NotReadable("%s %s has no spec"
                    .formatted(manifest.getKind(), manifest.getMetadata().getName()));
        }
        P resource = observed(manifest, kind);
        String name = name(resource);
        return recipe.turn(resource, intent -> {})
                .status()
                .map(status -> told.apply(name, status))
                .orElseGet(() -> Preview.unanswered(resource.getKind(), name));
    }

    /** The manifest's spec on the resource that stands in the cluster, if there is one. Paused stays: then nothing would be done. */
    private <P extends CustomResource<?, S>, S> P observed(P manifest, Class<P> kind) {
        ObjectNode tree = mapper.valueToTree(manifest);
        ObjectNode spec = (ObjectNode) tree.get("spec");
        if (!PAUSED.equals(spec.path(POLICY).asText())) {
            spec.put(POLICY, "Observe");
        }
        P resource = mapper.convertValue(tree, kind);
        String namespace = Optional.ofNullable(manifest.getMetadata().getNamespace())
                .orElseGet(() -> manifest instanceof FargateEnvironment ? null : cluster.defaultNamespace());
        Optional<P> live = cluster.find(kind, namespace, manifest.getMetadata().getName());
        resource.setMetadata(new ObjectMetaBuilder()
                .withName(manifest.getMetadata().getName())
                .withNamespace(namespace)
                .withUid(live.map(found -> found.getMetadata().getUid()).orElse("not-created-yet"))
                .withGeneration(
                        live.map(found -> found.getMetadata().getGeneration()).orElse(1L))
                .withCreationTimestamp(live.map(found -> found.getMetadata().getCreationTimestamp())
                        .orElseGet(() -> Instant.now().toString()))
                .withAnnotations(annotations(manifest, live))
                .build());
        resource.setStatus(live.map(CustomResource::getStatus).orElse(null));
        return resource;
    }

    /** A look was taken just now: an old wish for one is fulfilled. */
    private static Map<String, String> annotations(HasMetadata manifest, Optional<? extends HasMetadata> live) {
        Map<String, String> all = new HashMap<>();
        live.map(found -> found.getMetadata().getAnnotations()).ifPresent(all::putAll);
        Optional.ofNullable(manifest.getMetadata().getAnnotations()).ifPresent(all::putAll);
        all.remove(Api.RECONCILE_AT);
        return all;
    }

    private static String name(HasMetadata resource) {
        return resource.getMetadata().getNamespace() == null
                ? resource.getMetadata().getName()
                : resource.getMetadata().getNamespace() + "/"
                        + resource.getMetadata().getName();
    }
}

package dev.fargate.preview;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateProfile;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.aws.AwsScope;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.EnvironmentOf;
import dev.fargate.environment.Environments;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.taskdefinition.TaskDefinitionOf;
import dev.fargate.taskdefinition.TaskDefinitionUse;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caller may read of the cluster, asked for when it is needed. */
public record ClusterView(KubernetesClient client) implements EnvironmentOf, TaskDefinitionOf, TaskDefinitionUse {
    static final List<Class<? extends HasMetadata>> KINDS = List.of(
            FargateEnvironment.class,
            FargateProfile.class,
            FargateService.class,
            FargateTask.class,
            FargateTaskDefinition.class,
            FargateSchedule.class);

    /** A resource as it stands; {@code namespace} does not matter where the kind has none. */
    public <T extends HasMetadata> Optional<T> find(Class<T> kind, String namespace, String name) {
        return Optional.ofNullable(
                Namespaced.class.isAssignableFrom(kind)
                        ? client.resources(kind)
                                .inNamespace(namespace)
                                .withName(name)
                                .get()
                        : client.resources(kind).withName(name).get());
    }

    /** The namespace of the kubeconfig's context, for manifests that name none. */
    public String defaultNamespace() {
        return Optional.ofNullable(client.getNamespace()).orElse("default");
    }

    /** As the operator names the cluster unless it is told otherwise. */
    public String uid() {
        return client.namespaces()
                .withName("kube-system")
                .require()
                .getMetadata()
                .getUid();
    }

    @Override
    public Resolution<ResolvedEnvironment> of(String environment, String namespace) {
        return Environments.resolve(
                environment, find(FargateEnvironment.class, "", environment), namespace, labels(namespace));
    }

    private Map<String, String> labels(String namespace) {
        return Optional.ofNullable(client.namespaces().withName(namespace).get())
                .map(found -> found.getMetadata().getLabels())
                .orElse(Map.of());
    }

    @Override
    public AwsScope.Session session(String environment) {
        return AwsScope.Session.PLAIN;
    }

    @Override
    public Optional<FargateTaskDefinition> find(String namespace, String name) {
        return find(FargateTaskDefinition.class, namespace, name);
    }

    @Override
    public List<String> services(String namespace, String name) {
        return client.resources(FargateService.class).inNamespace(namespace).list().getItems().stream()
                .filter(service -> name.equals(service.getSpec().taskDefinition()))
                .map(service -> namespace + "/" + service.getMetadata().getName())
                .sorted()
                .toList();
    }

    /** All that there are, in all namespaces. */
    Stream<FargateSchedule> schedules() {
        return client.resources(FargateSchedule.class).inAnyNamespace().list().getItems().stream();
    }

    /** Those that name the schedule. */
    List<FargateTask> runs(FargateSchedule schedule) {
        return client
                .resources(FargateTask.class)
                .inNamespace(schedule.getMetadata().getNamespace())
                .list()
                .getItems()
                .stream()
                .filter(run ->
                        schedule.getMetadata().getName().equals(run.getSpec().fromSchedule()))
                .toList();
    }

    /** Not known without a look at each service; so all count as used, and none would be retired. */
    @Override
    public Optional<Map<String, String>> revisions(FargateTaskDefinition definition) {
        return Optional.empty();
    }
}

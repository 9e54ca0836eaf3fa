package dev.fargate.runtime;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateTaskDefinition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.javaoperatorsdk.operator.api.config.Cloner;

/**
 * Copies a resource for the turn that works on it. Spec and status of our kinds are immutable records and may be shared; the default, a
 * way through JSON and back, costs more than the turn.
 */
record ShallowCloner(KubernetesSerialization serialization) implements Cloner {

    @Override
    @SuppressWarnings("unchecked")
    public <R extends HasMetadata> R clone(R resource) {
        return switch (resource) {
            case FargateService service -> (R) copy(service, new FargateService());
            case FargateTaskDefinition definition -> (R) copy(definition, new FargateTaskDefinition());
            case FargateEnvironment environment -> (R) copy(environment, new FargateEnvironment());
            default -> serialization.clone(resource);
        };
    }

    private static <S, T, C extends CustomResource<S, T>> C copy(C from, C copy) {
        copy.setMetadata(new ObjectMetaBuilder(from.getMetadata()).build());
        copy.setSpec(from.getSpec());
        copy.setStatus(from.getStatus());
        return copy;
    }
}

package dev.fargate.crds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.testing.KubeApi;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.autoscaling.v1.Scale;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrdsIT {
    @Test
    void scaling_a_service_writes_desired_count_and_reads_running_count() {
        try (KubeApi api = KubeApi.start()) {
            GenericKubernetesResource service = Manifest.corpus()
                    .filter(manifest -> manifest.toString().equals("service/valid-every-field.yaml"))
                    .findFirst()
                    .orElseThrow()
                    .first();
            Resource<GenericKubernetesResource> live = api.client().resource(service);
            live.create();
            live.editStatus(found -> {
                found.setAdditionalProperty("status", Map.of("runningCount", 2));
                return found;
            });

            live.scale(3);

            Scale scale = live.scale((Scale) null);
            assertThat(scale.getSpec().getReplicas()).isEqualTo(3);
            assertThat(scale.getStatus().getReplicas()).isEqualTo(2);
            assertThat(live.get().<Integer>get("spec", "desiredCount")).isEqualTo(3);
        }
    }
}

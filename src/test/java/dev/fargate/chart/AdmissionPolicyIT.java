package dev.fargate.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateTask;
import dev.fargate.testing.KubeApi;
import dev.fargate.testing.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of examples/platform-limits.yaml, as the API server keeps them. */
class AdmissionPolicyIT {
    private static final FargateService WITHIN =
            service(Manifests.service("default", "within", "development", "public.ecr.aws/nginx:1"));

    private static KubeApi api;
    private static FargateService before;

    @BeforeAll
    static void start() {
        api = KubeApi.start();
        before = api.client()
                .resource(service(Manifests.service("default", "before", "elsewhere", "docker.io/nginx:1")))
                .create();
        String policy = Helm.four()
                .template(
                        "--values=" + Chart.file("examples/platform-limits.yaml"),
                        "--show-only=templates/admissionpolicy.yaml");
        api.client()
                .load(new ByteArrayInputStream(policy.getBytes(StandardCharsets.UTF_8)))
                .create();
        // The API server takes a policy up a moment after it was made.
        Awaitility.await("the policy").until(() -> refusal(Manifests.service("default", "x", "elsewhere", "x"))
                .isPresent());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public.ecr.aws/ | docker.io/                                                   | images must come from",
                "development     | elsewhere                                                    | spec.environment must be",
                "task:           | 'task:\n    cpu: 8192\n    memory: 16384'                     | spec.task.cpu may be 4096",
                "task:           | 'task:\n    cpu: 4096\n    memory: 20480'                     | spec.task.memory may be 16384",
                "task:           | 'task:\n    taskRoleArn: arn:aws:iam::123456789012:role/admin' | must begin with",
            })
    void whatPassesALimitIsRefusedInItsWords(String what, String by, String message) {
        String manifest = Manifests.service("default", "within", "development", "public.ecr.aws/nginx:1")
                .replace(what, by);

        assertThat(refusal(manifest))
                .hasValueSatisfying(said -> assertThat(said).contains(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpu: 8192, memory: 16384                                    | spec.task.cpu may be 4096",
                "memory: 20480                                               | spec.task.memory may be 16384",
                "executionRoleArn: 'arn:aws:iam::123456789012:role/admin'    | must begin with",
                "taskRoleArn: 'arn:aws:iam::123456789012:role/admin'         | must begin with",
            })
    void whatARunOrAHookOverridesIsJudgedAsItsTaskIs(String overrides, String message) {
        String run =
                Manifests.run("default", "development", "public.ecr.aws/nginx:1", "overrides: {" + overrides + "}");
        String service = Manifests.service("default", "within", "development", "public.ecr.aws/nginx:1")
                + "  hooks: {preDeploy: {overrides: {" + overrides + "}}}\n";

        assertThat(refusal(Serialization.unmarshal(run, FargateTask.class)))
                .hasValueSatisfying(said -> assertThat(said).contains(message));
        assertThat(refusal(service)).hasValueSatisfying(said -> assertThat(said).contains(message));
    }

    @Test
    void whatKeepsThemIsTaken() {
        assertThat(api.client().resource(WITHIN).dryRun().create().getSpec().environment())
                .isEqualTo("development");
    }

    @Test
    void whatWasThereBeforeIsJudgedWhenItsSpecChangesAndNotForItsFinalizer() {
        FargateService held = api.client().resource(before).edit(service -> {
            service.getMetadata().setFinalizers(List.of("fargate.dev/finalizer"));
            return service;
        });
        FargateService free = api.client().resource(held).edit(service -> {
            service.getMetadata().setFinalizers(List.of());
            return service;
        });

        assertThat(free.getMetadata().getFinalizers()).isEmpty();
        assertThat(free.getMetadata().getGeneration()).isEqualTo(1);
    }

    private static Optional<String> refusal(String manifest) {
        return refusal(service(manifest));
    }

    private static Optional<String> refusal(HasMetadata resource) {
        try {
            api.client().resource(resource).dryRun().create();
            return Optional.empty();
        } catch (KubernetesClientException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private static FargateService service(String manifest) {
        return Serialization.unmarshal(manifest, FargateService.class);
    }
}

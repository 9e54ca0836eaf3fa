package dev.fargate.crds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.fargate.testing.KubeApi;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API server takes and what it refuses, over all manifests of the corpus and the samples. */
class ManifestsIT {
    private static KubeApi api;

    @BeforeAll
    static void start() {
        api = KubeApi.start();
        Samples.all().stream()
                .flatMap(sample -> sample.documents().stream())
                .filter(document -> document.getKind().equals("Namespace"))
                .forEach(namespace -> client().resource(namespace).create());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valid")
    void a_valid_manifest_is_taken_and_read_back_as_it_was(String name, GenericKubernetesResource document) {
        GenericKubernetesResource taken = client().resource(document)
                .dryRun()
                .fieldValidation(Validation.STRICT)
                .create();

        // The definition gives a status to what nobody has looked at yet.
        taken.getAdditionalProperties().remove("status");
        assertThat(taken.getAdditionalProperties()).isEqualTo(document.getAdditionalProperties());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void an_invalid_manifest_is_refused_in_words(Manifest manifest) {
        KubernetesClientException refused =
                catchThrowableOfType(KubernetesClientException.class, () -> apply(manifest));

        assertThat(refused).as("refused at all").isNotNull();
        List<StatusCause> causes = refused.getStatus().getDetails().getCauses();
        assertThat(manifest.refusals()).isNotEmpty().allSatisfy(expected -> assertThat(causes)
                .anySatisfy(cause -> {
                    assertThat(cause.getField()).isEqualTo(expected.field());
                    assertThat(cause.getMessage()).contains(expected.words());
                }));
    }

    private static void apply(Manifest manifest) {
        if (!manifest.isUpdate()) {
            client().resource(manifest.first()).dryRun().create();
            return;
        }
        client().resource(manifest.first()).create();
        try {
            client().resource(manifest.documents().getLast()).dryRun().update();
        } finally {
            client().resource(manifest.first()).delete();
        }
    }

    static Stream<Arguments> valid() {
        return Stream.concat(Manifest.corpus().filter(Manifest::isValid), Samples.all().stream())
                .flatMap(manifest -> manifest.documents().stream()
                        .filter(document -> !document.getKind().equals("Namespace"))
                        .map(document -> arguments(
                                manifest + " " + document.getMetadata().getName(), document)));
    }

    static Stream<Manifest> invalid() {
        return Manifest.corpus().filter(manifest -> !manifest.isValid());
    }

    private static KubernetesClient client() {
        return api.client();
    }
}

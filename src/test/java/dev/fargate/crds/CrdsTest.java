package dev.fargate.crds;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CrdsTest {
    private static final Path CHART = Path.of("helm", "fargate-operator", "files", "crds");

    @Test
    void the_files_in_crds_are_what_the_types_say() throws IOException {
        holds(Path.of("crds"), Crds.files());
    }

    @Test
    void the_chart_has_the_same_since_Helm_reads_nothing_outside_of_it() throws IOException {
        Map<String, String> definitions = new TreeMap<>(Crds.files());
        definitions.remove("reference.md");

        holds(CHART, definitions);
    }

    @Test
    void kustomize_takes_all_of_them() throws IOException {
        Map<String, String> definitions = new TreeMap<>(Crds.files());
        definitions.remove("reference.md");

        assertThat(Files.readString(CHART.resolve("kustomization.yaml"))).contains(definitions.keySet());
    }

    @Test
    void a_status_that_nobody_has_written_is_none() throws ClassNotFoundException {
        for (CustomResourceDefinition crd : Crds.all()) {
            String kind = crd.getSpec().getNames().getKind();
            String text = """
                    apiVersion: fargate.dev/v1alpha1
                    kind: %s
                    status: %s
                    """.formatted(
                    kind, Schemas.root(crd).getProperties().get("status").getDefault());

            Object resource = Serialization.unmarshal(text, Class.forName("dev.fargate.api." + kind));

            assertThat(Serialization.asYaml(resource)).doesNotContain("status");
        }
    }

    private static void holds(Path directory, Map<String, String> files) throws IOException {
        if (Boolean.getBoolean("regenerate")) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(directory.resolve(file.getKey()), file.getValue());
            }
        }

        assertThat(files).allSatisfy((name, text) -> assertThat(directory.resolve(name))
                .as("differs from dev.fargate.api: ./mvnw -q test -Dtest=CrdsTest -Dregenerate=true")
                .exists()
                .hasContent(text));
    }
}

package dev.fargate.crds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrdsTest {
    private static final Path DIRECTORY = Path.of("crds");

    /** Helm reads nothing outside of a chart. */
    private static final Path IN_THE_CHART = Path.of("helm", "fargate-operator", "files", "crds");

    @Test
    void the_chart_has_the_same() throws IOException {
        Map<String, String> files = Crds.files();
        files.remove("reference.md");
        if (Boolean.getBoolean("regenerate")) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(IN_THE_CHART.resolve(file.getKey()), file.getValue());
            }
        }

        assertThat(files).allSatisfy((name, text) -> assertThat(IN_THE_CHART.resolve(name))
                .as("differs from dev.fargate.api: ./mvnw -q test -Dtest=CrdsTest -Dregenerate=true")
                .exists()
                .hasContent(text));
    }

    @Test
    void the_files_in_crds_are_what_the_types_say() throws IOException {
        Map<String, String> files = Crds.files();
        if (Boolean.getBoolean("regenerate")) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(DIRECTORY.resolve(file.getKey()), file.getValue());
            }
        }

        assertThat(files).allSatisfy((name, text) -> assertThat(DIRECTORY.resolve(name))
                .as("differs from dev.fargate.api: ./mvnw -q test -Dtest=CrdsTest -Dregenerate=true")
                .exists()
                .hasContent(text));
    }
}

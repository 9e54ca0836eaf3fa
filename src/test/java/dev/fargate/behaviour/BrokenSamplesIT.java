package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.Api;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workloads that are broken, each in another way, explain themselves; their page shows how. */
class BrokenSamplesIT {
    private static final Path SAMPLES = Path.of("operator", "samples");
    private static final Path BROKEN = SAMPLES.resolve("broken");
    private static final Path PAGE = BROKEN.resolve("README.md");
    private static final String NAMESPACE = "development";
    private static final String BEGIN =
            "<!-- problems: ./mvnw -B verify -Dit.test=BrokenSamplesIT -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate=true -->\n";
    private static final String END = "<!-- /problems -->";

    @AutoClose
    private static final World world = World.start();

    /** A row of what kubectl shows, and the sentence to it. */
    private record Row(String kind, String name, String ready, String cause, String message) {
        static Row of(GenericKubernetesResource resource) {
            return new Row(
                    resource.getKind(),
                    resource.getMetadata().getName(),
                    resource.<List<Map<String, String>>>get("status", "conditions").stream()
                            .filter(condition -> condition.get("type").equals("Ready"))
                            .map(condition -> condition.get("reason"))
                            .findFirst()
                            .orElseThrow(),
                    resource.get("status", "problem", "cause"),
                    resource.get("status", "problem", "message"));
        }

        String text() {
            return "| %s | `%s` | %s | `%s` | %s |\n".formatted(kind, name, ready, cause, message);
        }
    }

    @Test
    @Tag("promise-8")
    void eachBrokenWorkloadSaysWhatIsWrongAndWhatToDo() throws IOException {
        world.apply(Files.readString(SAMPLES.resolve("1-environments.yaml")));
        world.operator();
        world.environments().awaitReady(NAMESPACE);

        world.kubectl().run("apply", "-R", "-f", BROKEN.toString());
        world.until("all to be settled", () -> settled().size() == files());

        List<Row> rows = settled().stream().map(Row::of).toList();
        Map<String, String> causes = rows.stream().collect(Collectors.toMap(Row::name, Row::cause));
        Map<String, String> shown = new HashMap<>(problems("fsvc"));
        shown.putAll(problems("ft"));
        assertThat(shown).isEqualTo(causes);
        assertThat(rows.stream().map(Row::cause).distinct()).hasSizeGreaterThanOrEqualTo(12);
        assertPage(rows.stream().map(Row::text).collect(Collectors.joining()));
    }

    /** What is Stalled waits for a person. */
    private static List<GenericKubernetesResource> settled() {
        return Stream.of("FargateService", "FargateTask")
                .flatMap(kind -> world
                        .kubernetes()
                        .genericKubernetesResources(Api.GROUP + "/" + Api.VERSION, kind)
                        .inNamespace(NAMESPACE)
                        .list()
                        .getItems()
                        .stream())
                .filter(BrokenSamplesIT::isStalled)
                .toList();
    }

    private static boolean isStalled(GenericKubernetesResource resource) {
        List<Map<String, String>> conditions = resource.get("status", "conditions");
        return conditions != null
                && conditions.stream()
                        .anyMatch(condition -> condition.get("type").equals("Stalled"));
    }

    private static long files() throws IOException {
        try (Stream<Path> files = Files.walk(BROKEN)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).count();
        }
    }

    /** What kubectl prints in the column PROBLEM, by name. */
    private static Map<String, String> problems(String kind) {
        List<String> lines =
                world.kubectl().run("get", kind, "-n", NAMESPACE).lines().toList();
        int from = lines.getFirst().indexOf("PROBLEM");
        return lines.stream().skip(1).collect(Collectors.toMap(line -> line.split(" ", 2)[0], line -> line.substring(
                        from)
                .split(" ", 2)[0]));
    }

    private static void assertPage(String rows) throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf("<!-- problems"))
                + BEGIN
                + "| kind | name | STATUS or REASON | PROBLEM | what it says |\n|---|---|---|---|---|\n"
                + named(rows)
                + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE))
                .as("differs from what they say; how to write it anew stands in it")
                .isEqualTo(expected);
    }

    /** The ids of an account differ each time, and so does their order. */
    private static String named(String rows) {
        return rows.replaceAll("\\b(subnet|sg)-[0-9a-f]+", "$1-…");
    }
}

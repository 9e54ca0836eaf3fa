package dev.fargate.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field that a resource declares has a line in the table of its kind, and a value in a manifest. */
class TablesTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest
    @CsvSource({
        "FargateEndpoints, fargateendpoints",
        "FargateEnvironment, fargateenvironments",
        "FargateLoadBalancer, fargateloadbalancers",
        "FargateProfile, fargateprofiles",
        "FargateSchedule, fargateschedules",
        "FargateService, fargateservices",
        "FargateTask, fargatetasks",
        "FargateTaskDefinition, fargatetaskdefinitions"
    })
    void everyDeclaredFieldHasARoundTrip(String kind, String plural) throws IOException {
        Set<String> declared = new TreeSet<>();
        JsonNode crd = YAML.readTree(Files.readString(Path.of("crds", plural + ".fargate.dev.yaml")));
        JsonNode schema = crd.at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
        leaves("spec", schema, declared::add);

        Set<String> tabled = new TreeSet<>();
        Trip.of(kind).forEach(trip -> tabled.add(trip.field()));
        assertThat(tabled).isEqualTo(declared);
    }

    @ParameterizedTest
    @CsvSource({
        "FargateEndpoints, endpoints",
        "FargateEnvironment, environment",
        "FargateLoadBalancer, balancer",
        "FargateProfile, profile",
        "FargateSchedule, schedule",
        "FargateService, everything",
        "FargateTask, run",
        "FargateTaskDefinition, definition"
    })
    void aFieldThatTravelsHasAValueInItsManifest(String kind, String first) throws IOException {
        for (Trip trip : Trip.of(kind)) {
            String manifest =
                    trip.manifest().equals("edited") || !kind.equals("FargateEnvironment") ? trip.manifest() : first;
            if (!trip.isShownElsewhere()) {
                assertThat(Paths.values(YAML.readTree(Trip.manifest(manifest)), trip.field()))
                        .as("%s in %s", trip.field(), manifest)
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FargateEndpoints",
        "FargateEnvironment",
        "FargateLoadBalancer",
        "FargateProfile",
        "FargateSchedule",
        "FargateService",
        "FargateTask",
        "FargateTaskDefinition"
    })
    void aFieldThatDoesNotTravelNamesTheTestThatShowsIt(String kind) {
        assertThat(Trip.of(kind).stream().filter(Trip::isShownElsewhere)).allSatisfy(trip -> {
            String[] test = trip.operation().split("\\.", 2);
            Path source = Stream.of("behaviour", "roundtrip")
                    .map(home -> Path.of("src", "test", "java", "dev", "fargate", home, test[0] + ".java"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(source)).contains("void " + test[1] + "(");
        });
    }

    /** A refused field is declared to say no, and never travels. */
    private static void leaves(String path, JsonNode schema, Consumer<String> found) {
        if (schema.path("description").asText().startsWith("Refused: ")) {
            return;
        }
        schema.path("properties")
                .properties()
                .forEach(property -> leaves(path + "." + property.getKey(), property.getValue(), found));
        if (schema.has("items")) {
            leaves(path + "[]", schema.path("items"), found);
        }
        if (schema.path("additionalProperties").isObject()) {
            leaves(path + "{}", schema.path("additionalProperties"), found);
        }
        if (Arrays.stream(new String[] {"properties", "items", "additionalProperties"})
                .noneMatch(schema::has)) {
            found.accept(path);
        }
    }
}

package dev.fargate.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final Path README = Chart.file("README.md");
    private static final Pattern TABLE = Pattern.compile("(?s)(?<=<!-- values -->\n).*(?=<!-- end of values -->)");

    private static final Pattern OPTION = Pattern.compile("(?m)^\\| `(--[a-z-]+)`");

    /** Options that the chart gives itself. */
    private static final Set<String> OF_THE_CHART = Set.of(
            "--http-host", "--http-port", "--leader-election", "--lease-namespace", "--identity", "--namespaces");

    @Test
    void the_readme_lists_the_values() throws IOException {
        String readme = TABLE.matcher(Chart.text(README)).replaceFirst(Matcher.quoteReplacement(table()));
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(README, readme);
        }

        assertThat(README)
                .as("differs from values.yaml: ./mvnw -q test -Dtest=ChartTest -Dregenerate=true")
                .hasContent(readme);
    }

    @Test
    void every_value_has_its_place_in_the_schema_and_no_other_is_taken() {
        Set<String> known = paths(Chart.schema(), "");

        // For charts that have this one as a part.
        known.remove("global");
        assertThat(defaults(Chart.values(), "", known)).isEqualTo(known);
    }

    @Test
    void every_setting_of_the_operator_can_be_set() {
        Set<String> offered = Stream.concat(
                        OF_THE_CHART.stream(),
                        Chart.values()
                                .path("settings")
                                .propertyStream()
                                .map(Map.Entry::getKey)
                                .filter(name -> !name.startsWith("log"))
                                .map(name ->
                                        "--" + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(offered).isEqualTo(optionsOfTheOperator());
    }

    @Test
    void every_alert_says_what_to_look_at() {
        assertThat(Chart.documents(Chart.text(Chart.file("files/alerts.yaml")))
                        .getFirst()
                        .at("/groups/0/rules")
                        .valueStream())
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.at("/labels/severity").asText()).isIn("warning", "critical");
                    assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
                    assertThat(rule.at("/annotations/description").asText()).isNotBlank();
                });
    }

    @Test
    void the_chart_is_of_the_version_that_is_built() {
        String version = Chart.documents(Chart.text(Chart.file("Chart.yaml")))
                .getFirst()
                .path("appVersion")
                .asText();

        assertThat(Chart.text(Path.of("pom.xml"))).contains("<version>" + version + "</version>");
    }

    /** Another test holds the page to the command line. */
    private static Set<String> optionsOfTheOperator() {
        return OPTION.matcher(Chart.text(Path.of("operator/settings.md")))
                .results()
                .map(option -> option.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String table() {
        return ValuesTable.of(Chart.text(Chart.file("values.yaml")));
    }

    /** What the schema names; what is free below it, it does not name. */
    private static Set<String> paths(JsonNode schema, String prefix) {
        return schema.path("properties")
                .propertyStream()
                .flatMap(property -> {
                    String path = prefix + property.getKey();
                    return property.getValue().has("properties")
                            ? paths(property.getValue(), path + ".").stream()
                            : Stream.of(path);
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> defaults(JsonNode values, String prefix, Set<String> known) {
        return values.propertyStream()
                .flatMap(value -> {
                    String path = prefix + value.getKey();
                    return value.getValue().isObject() && !known.contains(path)
                            ? defaults(value.getValue(), path + ".", known).stream()
                            : Stream.of(path);
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

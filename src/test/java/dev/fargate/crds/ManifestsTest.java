package dev.fargate.crds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.api.FargateEndpointsSpec;
import dev.fargate.api.FargateEnvironmentSpec;
import dev.fargate.api.FargateLoadBalancerSpec;
import dev.fargate.api.FargateProfileSpec;
import dev.fargate.api.FargateScheduleSpec;
import dev.fargate.api.FargateServiceSpec;
import dev.fargate.api.FargateTaskDefinitionSpec;
import dev.fargate.api.FargateTaskSpec;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The corpus is complete, and nothing in it is idle. */
class ManifestsTest {
    @Test
    void every_file_says_in_its_name_whether_it_is_valid() {
        assertThat(Manifest.corpus())
                .allSatisfy(manifest -> assertThat(manifest.name()).matches("(valid|invalid)-[a-z0-9-]+\\.yaml"));
    }

    @Test
    void a_file_tells_what_it_is_refused_with_exactly_if_it_is_invalid() {
        assertThat(Manifest.corpus())
                .allSatisfy(manifest -> assertThat(manifest.refusals().isEmpty())
                        .as(manifest.toString())
                        .isEqualTo(manifest.isValid()));
    }

    @Test
    void every_rule_has_a_manifest_that_breaks_it() {
        Set<String> expected = Manifest.corpus()
                .flatMap(manifest -> manifest.refusals().stream())
                .map(Manifest.Refusal::words)
                .collect(Collectors.toSet());

        assertThat(messages()).isSubsetOf(expected);
    }

    @Test
    void every_field_has_a_value_in_a_valid_manifest() {
        Crds.all().forEach(crd -> {
            String kind = crd.getSpec().getNames().getKind();
            List<JsonNode> valid = Manifest.corpus()
                    .filter(Manifest::isValid)
                    .flatMap(manifest -> manifest.documents().stream())
                    .filter(resource -> resource.getKind().equals(kind))
                    .map(resource -> Serialization.jsonMapper().<JsonNode>valueToTree(resource))
                    .toList();
            Schemas.walk("", Schemas.root(crd), (path, field) -> {
                boolean offered = path.startsWith("spec.")
                        && !path.endsWith("]")
                        && !path.endsWith("}")
                        && !RefusedFields.has(path);
                assertThat(!offered || valid.stream().anyMatch(resource -> has(resource, path)))
                        .as(kind + " " + path)
                        .isTrue();
            });
        });
    }

    private static boolean has(JsonNode node, String path) {
        int dot = path.indexOf('.');
        String step = dot < 0 ? path : path.substring(0, dot);
        JsonNode child = node.path(step.replace("[]", ""));
        Stream<JsonNode> children =
                step.endsWith("[]") ? StreamSupport.stream(child.spliterator(), false) : Stream.of(child);
        return children.anyMatch(found -> !found.isMissingNode() && (dot < 0 || has(found, path.substring(dot + 1))));
    }

    /** The definitions in a cluster may be newer than the operator. */
    @Test
    void the_operator_reads_every_valid_manifest_even_with_fields_that_it_does_not_know() {
        Stream<GenericKubernetesResource> resources = Stream.concat(
                        Manifest.corpus().filter(Manifest::isValid), Samples.all().stream())
                .flatMap(manifest -> manifest.documents().stream());

        assertThat(resources).allSatisfy(resource -> {
            JsonNode spec = fromTheFuture(Serialization.jsonMapper().valueToTree(resource.get("spec")));
            switch (resource.getKind()) {
                case "FargateService" -> {
                    FargateServiceSpec service = read(spec, FargateServiceSpec.class);
                    assertThat(service.task() == null).isNotEqualTo(service.taskDefinition() == null);
                }
                case "FargateTask" -> {
                    FargateTaskSpec task = read(spec, FargateTaskSpec.class);
                    assertThat(Stream.of(task.task(), task.taskDefinition(), task.fromSchedule())
                                    .filter(Objects::nonNull))
                            .hasSize(1);
                }
                case "FargateSchedule" -> {
                    FargateScheduleSpec schedule = read(spec, FargateScheduleSpec.class);
                    assertThat(schedule.task() == null).isNotEqualTo(schedule.taskDefinition() == null);
                }
                case "FargateTaskDefinition" ->
                    assertThat(read(spec, FargateTaskDefinitionSpec.class).task())
                            .isNotNull();
                case "FargateEnvironment" ->
                    assertThat(read(spec, FargateEnvironmentSpec.class).network())
                            .isNotNull();
                case "FargateProfile" ->
                    assertThat(read(spec, FargateProfileSpec.class).selectors()).isNotEmpty();
                case "FargateEndpoints" -> {
                    FargateEndpointsSpec endpoints = read(spec, FargateEndpointsSpec.class);
                    assertThat(endpoints.environment() == null).isNotEqualTo(endpoints.region() == null);
                }
                case "FargateLoadBalancer" ->
                    assertThat(read(spec, FargateLoadBalancerSpec.class).listeners())
                            .isNotEmpty();
                default -> assertThat(resource.getKind()).isEqualTo("Namespace");
            }
        });
    }

    private static <T> T read(JsonNode spec, Class<T> type) {
        return Serialization.jsonMapper().convertValue(spec, type);
    }

    private static JsonNode fromTheFuture(JsonNode node) {
        node.forEach(ManifestsTest::fromTheFuture);
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            object.put("fieldOfTomorrow", "anything");
        }
        return node;
    }

    /** A rule with a message expression says something for each case, and has a manifest for each. */
    private static Set<String> messages() {
        Set<String> messages = new TreeSet<>();
        Crds.all().forEach(crd -> {
            add(messages, Schemas.root(crd).getXKubernetesValidations());
            Schemas.walk("", Schemas.root(crd), (path, field) -> add(messages, field.getXKubernetesValidations()));
        });
        return messages;
    }

    private static void add(Set<String> messages, List<ValidationRule> rules) {
        if (rules != null) {
            rules.stream()
                    .filter(rule -> rule.getMessageExpression() == null)
                    .map(ValidationRule::getMessage)
                    .filter(Objects::nonNull)
                    .forEach(messages::add);
        }
    }
}

package dev.fargate.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.fargate.crds.Crds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {
    private static final Path CONFIG = Script.DIRECTORY.resolve("argocd-cm.yaml");
    private static final Set<String> OF_SERVICES = Set.of("restart", "rollback", "rollforward");
    private static final List<String> KINDS =
            Crds.all().stream().map(crd -> crd.getSpec().getNames().getKind()).toList();

    static List<Seen> seen() {
        return Seen.all();
    }

    @ParameterizedTest
    @MethodSource("seen")
    void health_is_what_the_conditions_mean(Seen seen) {
        JsonNode health = Script.of("health.lua").on(seen.resource());

        assertThat(health.path("status").asText()).isEqualTo(seen.health());
        assertThat(health.path("message").asText()).isNotBlank();
    }

    @Test
    void a_spec_that_nobody_has_looked_at_yet_is_in_progress() {
        ObjectNode edited = (ObjectNode) new Seen("FargateService", "Healthy", "RolloutCompleted").resource();
        ObjectNode metadata = (ObjectNode) edited.path("metadata");
        metadata.put("generation", metadata.path("generation").asInt() + 1);

        assertThat(Script.of("health.lua").on(edited).path("status").asText()).isEqualTo("Progressing");
    }

    @Test
    void a_paused_service_can_be_resumed_and_nothing_else() {
        JsonNode paused = new Seen("FargateService", "Suspended", "Paused").resource();
        JsonNode running = new Seen("FargateService", "Healthy", "RolloutCompleted").resource();

        assertThat(enabled(paused)).containsExactly("resume");
        assertThat(enabled(running)).containsExactly("pause", "reconcile", "restart");
        assertThat(enabled(new Seen("FargateEnvironment", "Healthy", "Ready").resource()))
                .containsExactly("pause", "reconcile");
        assertThat(Script.of("actions/resume.lua").on(paused).path("spec").has("managementPolicy"))
                .isFalse();
        assertThat(Script.of("actions/pause.lua")
                        .on(running)
                        .at("/spec/managementPolicy")
                        .asText())
                .isEqualTo("Paused");
    }

    @Test
    void a_service_is_rolled_back_to_its_last_good_revision_and_forward_again() {
        ObjectNode failed = (ObjectNode) new Seen("FargateService", "Degraded", "RolloutFailed").resource();
        assertThat(enabled(failed)).doesNotContain("rollback", "rollforward");
        ((ObjectNode) failed.path("status"))
                .put("lastGoodRevision", "arn:aws:ecs:eu-west-1:123456789012:task-definition/argo_broken:0");

        JsonNode back = Script.of("actions/rollback.lua").on(failed);
        JsonNode forward = Script.of("actions/rollforward.lua").on(back);

        assertThat(enabled(failed)).contains("rollback").doesNotContain("rollforward");
        assertThat(back.at("/spec/rollbackTo").asText()).isEqualTo("lastGood");
        assertThat(enabled(back)).contains("rollforward").doesNotContain("rollback");
        assertThat(forward.path("spec").has("rollbackTo")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"restart", "reconcile"})
    void an_action_is_an_annotation_with_the_time(String action) {
        JsonNode running = new Seen("FargateService", "Healthy", "RolloutCompleted").resource();

        String at = Script.of("actions/" + action + ".lua")
                .on(running)
                .at("/metadata/annotations/fargate.dev~1" + action + "-at")
                .asText();

        assertThat(Instant.parse(at))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @Test
    void the_config_map_has_the_scripts_for_each_kind() throws IOException {
        String config = config();
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(CONFIG, config);
        }

        assertThat(CONFIG)
                .as("differs from the scripts: ./mvnw -q test -Dtest=ScriptsTest -Dregenerate=true")
                .hasContent(config);
        JsonNode data = new YAMLMapper().readTree(config).path("data");
        assertThat(data.path("resource.customizations.health.fargate.dev_FargateService")
                        .asText())
                .isEqualTo(Script.of("health.lua").text());
        assertThat(new YAMLMapper()
                        .readTree(data.path("resource.customizations.actions.fargate.dev_FargateEnvironment")
                                .asText())
                        .path("discovery.lua")
                        .asText())
                .isEqualTo(Script.of("actions/discovery.lua").text());
    }

    private static List<String> enabled(JsonNode resource) {
        Map<String, JsonNode> actions = new TreeMap<>();
        Script.of("actions/discovery.lua")
                .on(resource)
                .properties()
                .forEach(action -> actions.put(action.getKey(), action.getValue()));
        return actions.entrySet().stream()
                .filter(action -> !action.getValue().path("disabled").asBoolean())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String config() {
        StringBuilder config = new StringBuilder("""
                # Generated from the scripts beside it: ./mvnw -q test -Dtest=ScriptsTest -Dregenerate=true
                # kubectl patch configmap -n argocd argocd-cm --patch-file operator/argocd/argocd-cm.yaml
                data:
                """);
        for (String kind : KINDS) {
            config.append("  resource.customizations.health.fargate.dev_%s: |\n".formatted(kind))
                    .append(Script.of("health.lua").text().indent(4))
                    .append("  resource.customizations.actions.fargate.dev_%s: |\n".formatted(kind))
                    .append("    discovery.lua: |\n")
                    .append(Script.of("actions/discovery.lua").text().indent(6))
                    .append("    definitions:\n");
            for (String action : List.of("reconcile", "restart", "pause", "resume", "rollback", "rollforward")) {
                if (OF_SERVICES.contains(action) && !kind.equals("FargateService")) {
                    continue;
                }
                config.append("    - name: %s\n      action.lua: |\n".formatted(action))
                        .append(Script.of("actions/" + action + ".lua").text().indent(8));
            }
        }
        // No line ends with a space, also where a script has an empty one.
        return config.toString().replaceAll("(?m) +$", "");
    }
}

package dev.fargate.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.testing.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The module's part that needs no provider, by Terraform itself where it is on PATH. */
class TerraformTest {
    private static final Path MODULE = Path.of("operator", "iam", "terraform");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @BeforeEach
    void find() {
        assumeTrue(Program.isOnPath("terraform"), "there is no terraform on PATH");
    }

    @Test
    void the_module_is_formatted() {
        assertThat(terraform("fmt", "-check", "-recursive", MODULE.toString())).isEmpty();
    }

    @Test
    void a_region_gets_the_policy_of_its_features_and_the_role_is_for_one_service_account() throws IOException {
        String state = "-state=" + directory.resolve("state");
        inPolicy("init", "-backend=false");
        inPolicy("validate");
        inPolicy(
                "apply",
                "-auto-approve",
                state,
                "-var=features=[\"services\",\"stopped-tasks\",\"event-feed\"]",
                "-var=regions=[\"us-gov-east-1\",\"us-gov-west-1\"]",
                "-var=account=123456789012",
                "-var=partition=aws-us-gov",
                "-var=cluster_id=one",
                "-var=oidc_issuer=issuer/id",
                "-var=service_account=system:operator");

        JsonNode said = JSON.readTree(terraform("output", state, "-json"));

        JsonNode policies = said.at("/policies/value");
        assertThat(policies.propertyStream().map(Map.Entry::getKey))
                .containsExactly("us-gov-east-1", "us-gov-east-1-more", "us-gov-west-1", "us-gov-west-1-more");
        assertThat(JSON.readTree(policies.path("us-gov-west-1").asText()).path("Statement"))
                .containsExactlyElementsOf(Stream.of("services", "stopped-tasks")
                        .flatMap(feature -> statements(feature).valueStream())
                        .toList());
        assertThat(said.at("/trust/value").asText())
                .contains(
                        "arn:aws-us-gov:iam::123456789012:oidc-provider/issuer/id",
                        "\"issuer/id:sub\": \"system:serviceaccount:system:operator\"");
    }

    private static JsonNode statements(String feature) {
        String policy = ProductCode.text(Path.of("operator", "iam", feature + ".json"))
                .replace("arn:aws:", "arn:aws-us-gov:")
                .replace("ACCOUNT", "123456789012")
                .replace("CLUSTER_ID", "one")
                .replace("REGION", "us-gov-west-1");
        try {
            return JSON.readTree(policy).path("Statement");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void inPolicy(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-chdir=" + MODULE.resolve("policy")));
        all.addAll(List.of(arguments));
        terraform(all.toArray(String[]::new));
    }

    private String terraform(String... arguments) {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TF_DATA_DIR", directory.resolve("data").toString());
        builder.environment().put("TF_IN_AUTOMATION", "1");
        // No settings of this machine.
        builder.environment().put("TF_CLI_CONFIG_FILE", "/dev/null");
        return Program.run(builder);
    }
}

package dev.fargate.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.simulator.MotoProcess;
import dev.fargate.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Terraform module of the operator's role, with the resources of AWS's own provider, against a simulated IAM. */
class TerraformIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void theModuleIsValidIsPlannedAndIsThereAfterwards() throws IOException {
        assumeTrue(Program.isOnPath("terraform"), "there is no terraform on PATH");
        assumeTrue(Program.isOnPath("go"), "there is no Go on PATH, to build the provider with");
        try (MotoProcess moto = MotoProcess.start()) {
            write(moto.endpoint().toString());
            terraform("get");
            assertThat(terraform("validate")).contains("Success!");

            terraform("plan", "-input=false", "-out=plan");
            JsonNode plan = JSON.readTree(terraform("show", "-json", "plan"));
            assertThat(created(plan))
                    .containsExactlyInAnyOrder(
                            "module.operator.aws_iam_role.this",
                            "module.operator.aws_iam_policy.schedules[0]",
                            "module.operator.aws_iam_policy.this[\"eu-central-1\"]",
                            "module.operator.aws_iam_policy.this[\"eu-central-1-more\"]",
                            "module.operator.aws_iam_role_policy_attachment.this[\"eu-central-1\"]",
                            "module.operator.aws_iam_role_policy_attachment.this[\"eu-central-1-more\"]");

            terraform("apply", "-input=false", "plan");
            assertThat(terraform("output", "-raw", "role"))
                    .isEqualTo("arn:aws:iam::123456789012:role/fargate-operator");
            assertThat(terraform("plan", "-input=false", "-detailed-exitcode")).contains("No changes.");
        }
    }

    private static List<String> created(JsonNode plan) {
        return StreamSupport.stream(plan.path("resource_changes").spliterator(), false)
                .filter(change -> change.at("/change/actions").toString().equals("[\"create\"]"))
                .map(change -> change.path("address").asText())
                .toList();
    }

    private void write(String endpoint) throws IOException {
        String provider = Program.run(new ProcessBuilder(
                        Path.of("operator", "local", "provide-terraform").toString()))
                .lines()
                .toList()
                .getLast();
        Files.writeString(directory.resolve("terraformrc"), """
                provider_installation {
                  dev_overrides {
                    "hashicorp/aws" = "%s"
                  }
                  direct {}
                }
                """.formatted(provider));
        Files.writeString(directory.resolve("main.tf"), """
                provider "aws" {
                  region   = "eu-central-1"
                  endpoint = "%s"
                }

                module "operator" {
                  source      = "%s"
                  oidc_issuer = "oidc.eks.eu-central-1.amazonaws.com/id/1"
                  cluster_id  = "one"
                  regions     = ["eu-central-1"]
                  features    = ["services", "stopped-tasks", "preflight", "runs", "schedules", "schedule-roles"]
                  tags        = { team = "platform" }
                }

                output "role" {
                  value = module.operator.role_arn
                }
                """.formatted(
                endpoint,
                directory
                        .toRealPath()
                        .relativize(Path.of("operator", "iam", "terraform").toRealPath())));
    }

    private String terraform(String... arguments) {
        List<String> command = new ArrayList<>(List.of("terraform", "-chdir=" + directory));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TF_IN_AUTOMATION", "1");
        builder.environment().put("TF_CLI_ARGS", "-no-color");
        builder.environment()
                .put("TF_CLI_CONFIG_FILE", directory.resolve("terraformrc").toString());
        return Program.run(builder);
    }
}

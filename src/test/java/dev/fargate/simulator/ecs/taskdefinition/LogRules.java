package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.AwsFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where logs go, and the execution role that must be there for it.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html and
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */
final class LogRules {
    private static final Set<String> FARGATE_DRIVERS = Set.of("awslogs", "splunk", "awsfirelens");

    private LogRules() {}

    static void check(JsonNode body, boolean fargate) {
        boolean role = body.hasNonNull("executionRoleArn");
        int routers = 0;
        boolean routed = false;
        for (JsonNode container : body.path("containerDefinitions")) {
            routers += container.hasNonNull("firelensConfiguration") ? 1 : 0;
            routed |= driver(container).equals("awsfirelens");
            checkSecrets(container, role);
            if (container.hasNonNull("logConfiguration")) {
                checkDriver(container, fargate, role);
            }
            if (fargate && !role && container.path("image").asText().contains(".dkr.ecr.")) {
                // https://github.com/hashicorp/terraform-provider-aws/issues/3051
                throw needsRole("ECR images");
            }
        }
        if (routers > 1) {
            // Our wording; https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html
            throw AwsFault.client("Only one container in a task definition can have a firelens configuration.");
        }
        if (routed && routers == 0) {
            throw AwsFault.client("When awsfirelens log driver is specified in log configuration, a firelens"
                    + " configuration object must be specified");
        }
    }

    private static void checkDriver(JsonNode container, boolean fargate, boolean role) {
        String driver = driver(container);
        JsonNode options = container.path("logConfiguration").path("options");
        if (fargate && !FARGATE_DRIVERS.contains(driver)) {
            throw AwsFault.client(driver + " is not a valid log driver. Must be one of [awslogs, splunk, awsfirelens]");
        }
        if (driver.equals("awsfirelens") && container.hasNonNull("firelensConfiguration")) {
            // Our wording: the router cannot send its own log through itself.
            throw AwsFault.client("The firelens container cannot use the awsfirelens log driver.");
        }
        if (!driver.equals("awslogs")) {
            return;
        }
        if (fargate && !role) {
            // https://github.com/virtual-kubelet/virtual-kubelet/issues/193
            throw needsRole("log driver awslogs");
        }
        List<String> missing = new ArrayList<>();
        for (String option : List.of("awslogs-region", "awslogs-group")) {
            if (!options.hasNonNull(option)) {
                missing.add(option);
            }
        }
        if (!missing.isEmpty()) {
            throw AwsFault.client("Log driver awslogs requires options: " + String.join(", ", missing));
        }
        if (fargate && !options.hasNonNull("awslogs-stream-prefix")) {
            throw AwsFault.client("Fargate requires log configuration options to include awslogs-stream-prefix");
        }
    }

    private static void checkSecrets(JsonNode container, boolean role) {
        boolean secrets = !container.path("secrets").isEmpty()
                || !container.path("logConfiguration").path("secretOptions").isEmpty();
        if (secrets && !role) {
            throw AwsFault.client("When you are specifying container secrets, you must also specify a value for"
                    + " 'executionRoleArn'.");
        }
        if (!container.path("environmentFiles").isEmpty() && !role) {
            throw needsRole("environment files");
        }
        if (container.hasNonNull("repositoryCredentials") && !role) {
            throw needsRole("repository credentials");
        }
    }

    private static String driver(JsonNode container) {
        return container.path("logConfiguration").path("logDriver").asText("");
    }

    private static AwsFault needsRole(String what) {
        return AwsFault.client("Fargate requires task definition to have execution role ARN to support " + what + ".");
    }
}

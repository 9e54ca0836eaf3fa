package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.AwsFault;

/**
 * What one container may say.
 *
 * <p>Ranges: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html and
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html
 */
final class ContainerRules {
    private static final int LONGEST_STOP_SECONDS = 120;
    private static final int LONGEST_START_SECONDS = 120;
    private static final int MOST_FILES = 10;
    private static final int LEAST_RESTART_SECONDS = 60;
    private static final int MOST_RESTART_SECONDS = 1800;

    private ContainerRules() {}

    static void check(JsonNode container) {
        String name = container.path("name").asText();
        checkHealth(name, container.path("healthCheck"));
        within(name, container, "startTimeout", 2, LONGEST_START_SECONDS);
        within(name, container, "stopTimeout", 2, LONGEST_STOP_SECONDS);
        within(
                name,
                container.path("restartPolicy"),
                "restartAttemptPeriod",
                LEAST_RESTART_SECONDS,
                MOST_RESTART_SECONDS);
        checkFiles(container.path("environmentFiles"));
        for (JsonNode secret : container.path("secrets")) {
            if (secret.path("valueFrom").asText("").isEmpty()) {
                throw AwsFault.client("The Secrets valueFrom should not be null or empty.");
            }
        }
    }

    /** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html */
    private static void checkFiles(JsonNode files) {
        if (files.size() > MOST_FILES) {
            // Our wording.
            throw AwsFault.client("Too many environment files.");
        }
        for (JsonNode file : files) {
            if (!file.path("value").asText().startsWith("arn:")) {
                throw AwsFault.client("Invalid arn syntax.");
            }
            if (!file.path("value").asText().endsWith(".env")) {
                // Our wording.
                throw AwsFault.client("An environment file must have the extension .env.");
            }
        }
    }

    private static void checkHealth(String name, JsonNode health) {
        if (health.isMissingNode() || health.isNull()) {
            return;
        }
        if (health.path("command").isEmpty()) {
            throw AwsFault.client("The health check command of container '" + name + "' should not be null or empty.");
        }
        within(name, health, "interval", 5, 300);
        within(name, health, "timeout", 2, 60);
        within(name, health, "retries", 1, 10);
        within(name, health, "startPeriod", 0, 300);
    }

    private static void within(String container, JsonNode of, String setting, int least, int most) {
        if (!of.hasNonNull(setting)) {
            return;
        }
        int value = of.path(setting).asInt();
        if (value < least || value > most) {
            // Our wording; the ranges are AWS's.
            throw AwsFault.client("Invalid '" + setting + "' setting for container '" + container
                    + "'. The value must be between " + least + " and " + most + ".");
        }
    }
}

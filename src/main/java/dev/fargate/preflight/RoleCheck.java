package dev.fargate.preflight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.diagnosis.Cause;
import dev.fargate.preflight.Finding.Check;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.iam.model.Role;

/** The roles of tasks exist, and ECS may take them. */
final class RoleCheck {
    private static final String TASKS = "ecs-tasks.amazonaws.com";
    private static final ObjectMapper JSON = new ObjectMapper();

    private RoleCheck() {}

    static Stream<Finding> of(Subject subject, Facts facts) {
        return subject.task().stream()
                .flatMap(task -> Stream.of(task.executionRoleArn(), task.taskRoleArn()))
                .filter(arn -> arn != null && !arn.isEmpty())
                .distinct()
                .map(arn -> of(subject, arn, facts));
    }

    private static Finding of(Subject subject, String arn, Facts facts) {
        if (!arn.contains("::" + subject.accountId() + ":")) {
            return Finding.unknown(Check.Role, "Role %s is in another account, which is not looked at.".formatted(arn));
        }
        return switch (facts.of(Topics.ROLE, arn.substring(arn.lastIndexOf('/') + 1))) {
            case Answer.Known<Role> known -> trust(arn, known.value());
            case Answer.Absent<Role> absent ->
                Finding.failed(
                        Check.Role,
                        Cause.RoleNotAssumable,
                        "Role %s does not exist. Create it with a trust policy for %s, or correct the ARN."
                                .formatted(arn, TASKS));
            case Answer.Refused<Role> refused -> Finding.unknown(Check.Role, refused, "Role " + arn);
            case Answer.Pending<Role> pending -> Finding.unknown(Check.Role, arn);
        };
    }

    private static Finding trust(String arn, Role role) {
        if (!role.arn().equals(arn)) {
            return Finding.failed(
                    Check.Role,
                    Cause.RoleNotAssumable,
                    "Role %s does not exist; there is %s. Correct the ARN.".formatted(arn, role.arn()));
        }
        return trustsTasks(role.assumeRolePolicyDocument())
                ? Finding.passed(Check.Role, "Role %s trusts %s.".formatted(arn, TASKS))
                : Finding.failed(
                        Check.Role,
                        Cause.RoleNotAssumable,
                        "The trust policy of role %s does not name %s, so that ECS cannot take it. Add it: aws iam update-assume-role-policy --role-name %s --policy-document …"
                                .formatted(arn, TASKS, role.roleName()));
    }

    /** Conditions are not judged: they mostly name the account, against the confused deputy. */
    private static boolean trustsTasks(String encoded) {
        try {
            JsonNode statements = JSON.readTree(URLDecoder.decode(encoded, StandardCharsets.UTF_8))
                    .path("Statement");
            return many(statements)
                    .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                    .flatMap(statement -> many(statement.path("Principal").path("Service")))
                    .anyMatch(service -> service.asText().equals(TASKS));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static Stream<JsonNode> many(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }
}

package dev.fargate.reachability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the policy of an endpoint lets through: what it surely forbids, and what depends on conditions, principals or resources (IAM user
 * guide, "Policy evaluation logic"; PrivateLink guide, "Control access to VPC endpoints using endpoint policies").
 */
final class EndpointPolicy {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Where the layers of ECR's images are (Amazon ECR user guide, "Minimum Amazon S3 Bucket Permissions for Amazon ECR"). */
    private static final String LAYERS = "arn:aws:s3:::prod-%s-starport-layer-bucket/layer";

    private final List<JsonNode> statements = new ArrayList<>();
    private final String region;
    private final boolean readable;

    EndpointPolicy(String policy, String region) {
        this.region = region;
        this.readable = policy.isBlank() || read(policy);
    }

    private boolean read(String policy) {
        try {
            many(JSON.readTree(policy).path("Statement")).forEach(statements::add);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Whether a task may use the service through it. */
    Leave of(AwsService service) {
        if (!readable) {
            return Leave.PARTLY;
        }
        return statements.isEmpty()
                ? Leave.YES
                : service.actions().stream()
                        .map(action -> of(service, action))
                        .max(Leave::compareTo)
                        .orElse(Leave.YES);
    }

    /** The first action that it forbids. */
    Optional<String> forbidden(AwsService service) {
        return service.actions().stream()
                .filter(action -> of(service, action) == Leave.NO)
                .findFirst();
    }

    private Leave of(AwsService service, String action) {
        Leave denied = statements.stream()
                .filter(statement -> "Deny".equals(statement.path("Effect").asText()))
                .filter(statement -> names(statement, action))
                .map(statement -> reaches(statement, service))
                .min(Leave::compareTo)
                .orElse(Leave.NO);
        if (denied == Leave.YES) {
            return Leave.NO;
        }
        Leave allowed = statements.stream()
                .filter(statement -> "Allow".equals(statement.path("Effect").asText()))
                .filter(statement -> names(statement, action))
                .map(statement -> reaches(statement, service))
                .min(Leave::compareTo)
                .orElse(Leave.NO);
        return denied == Leave.PARTLY && allowed == Leave.YES ? Leave.PARTLY : allowed;
    }

    private static boolean names(JsonNode statement, String action) {
        return statement.has("NotAction")
                ? many(statement.path("NotAction")).noneMatch(pattern -> matches(pattern.asText(), action))
                : many(statement.path("Action")).anyMatch(pattern -> matches(pattern.asText(), action));
    }

    /** Whether a statement is about the calls of a task. */
    private Leave reaches(JsonNode statement, AwsService service) {
        boolean unconditional = !statement.has("Condition") && isEverybody(statement);
        Leave resources = resources(statement, service);
        return resources == Leave.YES && !unconditional ? Leave.PARTLY : resources;
    }

    private static boolean isEverybody(JsonNode statement) {
        JsonNode principal = statement.path("Principal");
        return many(principal.isObject() ? principal.path("AWS") : principal)
                .anyMatch(one -> one.asText().equals("*"));
    }

    private Leave resources(JsonNode statement, AwsService service) {
        if (statement.has("NotResource")) {
            return Leave.PARTLY;
        }
        List<String> resources =
                many(statement.path("Resource")).map(JsonNode::asText).toList();
        if (resources.contains("*")) {
            return Leave.YES;
        }
        if (service != AwsService.S3) {
            return Leave.PARTLY;
        }
        String layer = LAYERS.formatted(region);
        return resources.stream()
                        .anyMatch(pattern -> matches(pattern.replaceFirst("^arn:aws[a-z-]*:", "arn:aws:"), layer))
                ? Leave.YES
                : Leave.NO;
    }

    private static boolean matches(String pattern, String text) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(text).matches();
    }

    private static Stream<JsonNode> many(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }
}

package dev.fargate.simulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A service's operations and their shapes, compiled. */
public final class ServiceModel {
    /**
     * Errors that any operation of a JSON service may answer, modelled or not.
     *
     * <p>Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html
     */
    private static final Set<String> COMMON_ERRORS = Set.of(
            "AccessDeniedException",
            "ExpiredTokenException",
            "IncompleteSignature",
            "InternalFailure",
            "InvalidClientTokenId",
            "MalformedHttpRequestException",
            "NotAuthorized",
            "OptInRequired",
            "RequestAbortedException",
            "RequestEntityTooLargeException",
            "RequestExpired",
            "RequestTimeoutException",
            "SerializationException",
            "ServiceUnavailable",
            "ThrottlingException",
            "UnknownOperationException",
            "UnrecognizedClientException",
            "ValidationError",
            "ValidationException");

    private final Map<String, Operation> operations = new TreeMap<>();

    /** Compiles a parsed service-2.json. */
    public ServiceModel(JsonNode model) {
        ShapeCompiler compiler = new ShapeCompiler(model.path("shapes"));
        for (Map.Entry<String, JsonNode> entry : model.path("operations").properties()) {
            operations.put(entry.getKey(), operation(compiler, entry.getValue()));
        }
    }

    private static Operation operation(ShapeCompiler compiler, JsonNode definition) {
        Set<String> errors = new HashSet<>(COMMON_ERRORS);
        definition
                .path("errors")
                .forEach(error -> errors.add(error.path("shape").asText()));
        return new Operation(side(compiler, definition, "input"), side(compiler, definition, "output"), errors);
    }

    private static Shape side(ShapeCompiler compiler, JsonNode definition, String side) {
        return definition.has(side)
                ? compiler.compile(definition.path(side).path("shape").asText())
                : new Shape.Structure(false);
    }

    public boolean knows(String operation) {
        return operations.containsKey(operation);
    }

    public List<Finding> checkRequest(String operation, JsonNode body) {
        return ShapeCheck.check(operations.get(operation).input, body);
    }

    public List<Finding> checkReply(String operation, JsonNode body) {
        return ShapeCheck.check(operations.get(operation).output, body);
    }

    /** Whether this operation may answer with an error of this code. */
    public boolean mayFailWith(String operation, String code) {
        return operations.get(operation).errors.contains(code);
    }

    private record Operation(Shape input, Shape output, Set<String> errors) {}
}

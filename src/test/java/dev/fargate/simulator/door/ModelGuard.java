package dev.fargate.simulator.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.model.Finding;
import dev.fargate.simulator.model.ServiceModel;
import dev.fargate.simulator.model.Violations;

/**
 * Holds a service that is simulated here to its model. What AWS's front end refuses is refused here; what it ignores, and what a reply must not be, is
 * recorded.
 */
public final class ModelGuard {
    private final String service;
    private final ServiceModel model;
    private final Violations violations;
    private final boolean checksDocuments;

    /**
     * A guard over one model.
     *
     * @param service the signing name
     * @param checksDocuments false to look at operation names only, for benches
     */
    public ModelGuard(String service, ServiceModel model, Violations violations, boolean checksDocuments) {
        this.service = service;
        this.model = model;
        this.violations = violations;
        this.checksDocuments = checksDocuments;
    }

    void request(String operation, ObjectNode body) {
        if (!model.knows(operation)) {
            throw new AwsFault(400, "UnknownOperationException", "");
        }
        if (!checksDocuments) {
            return;
        }
        for (Finding finding : model.checkRequest(operation, body)) {
            switch (finding.kind()) {
                case UNKNOWN_MEMBER ->
                    violations.add(
                            service + ":" + operation, Violations.Side.REQUEST, finding.path(), finding.message());
                case WRONG_TYPE -> throw new AwsFault(400, "SerializationException", finding.message());
                case MISSING_MEMBER, UNKNOWN_VALUE -> throw refused(operation, finding);
            }
        }
    }

    /** ECS says ClientException for what is wrong in a task definition, and InvalidParameterException elsewhere. */
    private AwsFault refused(String operation, Finding finding) {
        String message = "1 validation error detected: Value at '%s' failed to satisfy constraint: %s"
                .formatted(finding.path(), finding.message());
        if (!service.equals("ecs")) {
            return new AwsFault(400, "ValidationException", message);
        }
        return operation.equals("RegisterTaskDefinition")
                ? AwsFault.client(message)
                : AwsFault.invalidParameter(message);
    }

    void reply(String operation, ObjectNode body) {
        if (checksDocuments) {
            for (Finding finding : model.checkReply(operation, body)) {
                violations.add(
                        service + ":" + operation,
                        Violations.Side.REPLY,
                        finding.path(),
                        finding.kind() + ": " + finding.message());
            }
        }
    }

    void refusal(String operation, String code) {
        if (model.knows(operation) && !model.mayFailWith(operation, code)) {
            violations.add(
                    service + ":" + operation, Violations.Side.REPLY, "", "the model has no error " + code + " here");
        }
    }

    void failure(String operation, RuntimeException cause) {
        violations.add(service + ":" + operation, Violations.Side.REPLY, "", "the simulator failed: " + cause);
    }
}

package dev.fargate.service;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.engine.Conditions;

/** What of a manifest its status does not answer yet. */
final class Unanswered {
    private Unanswered() {}

    /** The spec is newer than the status, or is not in force yet. */
    static boolean spec(FargateService resource) {
        FargateServiceStatus status = resource.getStatus();
        return status == null
                || !Conditions.isTrue(status.conditions(), Conditions.READY)
                || !resource.getMetadata().getGeneration().equals(status.observedGeneration());
    }
}

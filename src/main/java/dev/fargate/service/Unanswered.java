package dev.fargate.service;

import dev.fargate.api.Api;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import java.util.Optional;

/** What of a manifest its status does not answer yet. */
final class Unanswered {
    private Unanswered() {}

    /** The spec is newer than the status, or no service came of it so far. */
    static boolean spec(FargateService resource) {
        FargateServiceStatus status = resource.getStatus();
        return status == null
                || status.serviceArn() == null
                || !resource.getMetadata().getGeneration().equals(status.observedGeneration());
    }

    /** The annotation asks for a look that it was not answered for. */
    static boolean look(FargateService resource) {
        Optional<String> handled =
                Optional.ofNullable(resource.getStatus()).map(FargateServiceStatus::lastHandledReconcileAt);
        return ServiceResolver.annotation(resource, Api.RECONCILE_AT)
                .filter(at -> !handled.equals(Optional.of(at)))
                .isPresent();
    }
}

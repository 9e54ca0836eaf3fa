package dev.fargate.runtime;

import dev.fargate.api.FargateService;
import io.micrometer.core.instrument.Tags;

/** Whose costs are told together. */
record Payer(String environment, String namespace) {

    static Payer of(FargateService service) {
        return new Payer(service.getSpec().environment(), service.getMetadata().getNamespace());
    }

    Tags tags(String currency) {
        return Tags.of("environment", environment, "namespace", namespace, "currency", currency);
    }
}

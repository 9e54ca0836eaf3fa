package dev.fargate.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** A run that ends, with the meaning of a Kubernetes Job: tasks are started until as many as asked for have succeeded. */
@Group(Api.GROUP)
@Version(Api.VERSION)
@Kind("FargateTask")
@Plural("fargatetasks")
@ShortNames("ft")
@ValidationRule(value = Formats.DNS_LABEL, message = Formats.DNS_LABEL_SAYS)
@AdditionalPrinterColumn(name = "PHASE", jsonPath = ".status.phase")
@AdditionalPrinterColumn(name = "REASON", jsonPath = Api.READY_REASON)
@AdditionalPrinterColumn(name = "ACTIVE", jsonPath = ".status.active", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "SUCCEEDED",
        jsonPath = ".status.succeeded",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "FAILED", jsonPath = ".status.failed", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "SECONDS", jsonPath = ".status.seconds", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "PROBLEM", jsonPath = Api.PROBLEM)
@AdditionalPrinterColumn(name = "READY", jsonPath = Api.READY, priority = 1)
@AdditionalPrinterColumn(name = "ENVIRONMENT", jsonPath = ".spec.environment", priority = 1)
@AdditionalPrinterColumn(name = "AGE", jsonPath = Api.CREATED, type = AdditionalPrinterColumn.Type.DATE)
public class FargateTask extends CustomResource<FargateTaskSpec, FargateTaskStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    @Override
    public void setStatus(FargateTaskStatus status) {
        super.setStatus(Observed.written(status));
    }
}

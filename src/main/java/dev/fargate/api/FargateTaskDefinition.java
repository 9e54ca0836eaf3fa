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

/** A task definition that services of its namespace name; a change registers a revision and rolls all of them. */
@Group(Api.GROUP)
@Version(Api.VERSION)
@Kind("FargateTaskDefinition")
@Plural("fargatetaskdefinitions")
@ShortNames("ftd")
@ValidationRule(value = Formats.DNS_LABEL, message = Formats.DNS_LABEL_SAYS)
@AdditionalPrinterColumn(name = "READY", jsonPath = Api.READY)
@AdditionalPrinterColumn(name = "STATUS", jsonPath = Api.READY_REASON)
@AdditionalPrinterColumn(name = "FAMILY", jsonPath = ".status.family")
@AdditionalPrinterColumn(name = "REVISION", jsonPath = ".status.revision", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "SERVICES", jsonPath = ".status.services", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "PROBLEM", jsonPath = Api.PROBLEM)
@AdditionalPrinterColumn(name = "ENVIRONMENT", jsonPath = ".spec.environment", priority = 1)
@AdditionalPrinterColumn(name = "AGE", jsonPath = Api.CREATED, type = AdditionalPrinterColumn.Type.DATE)
public class FargateTaskDefinition extends CustomResource<FargateTaskDefinitionSpec, FargateTaskDefinitionStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    @Override
    public void setStatus(FargateTaskDefinitionStatus status) {
        super.setStatus(Observed.written(status));
    }
}

package dev.fargate.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** The VPC endpoints that private Fargate tasks need. Cluster-scoped. */
@Group(Api.GROUP)
@Version(Api.VERSION)
@Kind("FargateEndpoints")
@Plural("fargateendpoints")
@ShortNames("fep")
@ValidationRule(value = Formats.DNS_LABEL, message = Formats.DNS_LABEL_SAYS)
@AdditionalPrinterColumn(name = "READY", jsonPath = Api.READY)
@AdditionalPrinterColumn(name = "STATUS", jsonPath = Api.READY_REASON)
@AdditionalPrinterColumn(name = "VPC", jsonPath = ".status.vpcId")
@AdditionalPrinterColumn(name = "PROBLEM", jsonPath = Api.PROBLEM)
@AdditionalPrinterColumn(name = "REGION", jsonPath = ".spec.region", priority = 1)
@AdditionalPrinterColumn(name = "AGE", jsonPath = Api.CREATED, type = AdditionalPrinterColumn.Type.DATE)
public class FargateEndpoints extends CustomResource<FargateEndpointsSpec, FargateEndpointsStatus> {
    private static final long serialVersionUID = 1L;

    @Override
    public void setStatus(FargateEndpointsStatus status) {
        super.setStatus(Observed.written(status));
    }
}

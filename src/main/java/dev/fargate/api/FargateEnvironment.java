package dev.fargate.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** Where workloads run: account, region, ECS cluster, network, defaults, and who may use it. Cluster-scoped. */
@Group(Api.GROUP)
@Version(Api.VERSION)
@Kind("FargateEnvironment")
@Plural("fargateenvironments")
@ShortNames("fenv")
@ValidationRule(value = Formats.DNS_LABEL, message = Formats.DNS_LABEL_SAYS)
@ValidationRule(
        value = "(has(self.spec.cluster) && has(self.spec.cluster.name) ? self.spec.cluster.name : self.metadata.name)"
                + " == (has(oldSelf.spec.cluster) && has(oldSelf.spec.cluster.name) ? oldSelf.spec.cluster.name"
                + " : oldSelf.metadata.name)",
        message = "cluster.name is immutable: create another environment for the other cluster")
@AdditionalPrinterColumn(name = "READY", jsonPath = Api.READY)
@AdditionalPrinterColumn(name = "STATUS", jsonPath = Api.READY_REASON)
@AdditionalPrinterColumn(name = "REGION", jsonPath = ".spec.region")
@AdditionalPrinterColumn(name = "PROBLEM", jsonPath = Api.PROBLEM)
@AdditionalPrinterColumn(name = "CLUSTER", jsonPath = ".spec.cluster.name", priority = 1)
@AdditionalPrinterColumn(
        name = "WORKLOADS",
        jsonPath = ".status.workloads",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "AGE", jsonPath = Api.CREATED, type = AdditionalPrinterColumn.Type.DATE)
public class FargateEnvironment extends CustomResource<FargateEnvironmentSpec, FargateEnvironmentStatus> {
    private static final long serialVersionUID = 1L;

    @Override
    public void setStatus(FargateEnvironmentStatus status) {
        super.setStatus(Observed.written(status));
    }
}

package dev.fargate.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** Which pods of an EKS cluster run on Fargate: an EKS Fargate profile. Cluster-scoped. */
@Group(Api.GROUP)
@Version(Api.VERSION)
@Kind("FargateProfile")
@Plural("fargateprofiles")
@ShortNames("fp")
@ValidationRule(value = Formats.DNS_LABEL, message = Formats.DNS_LABEL_SAYS)
@ValidationRule(
        value = "has(self.spec.fargateProfileName) || !self.metadata.name.startsWith('eks-')",
        message = "EKS reserves profile names that start with eks-: give another one in spec.fargateProfileName")
@ValidationRule(
        value = "(has(self.spec.fargateProfileName) ? self.spec.fargateProfileName : self.metadata.name)"
                + " == (has(oldSelf.spec.fargateProfileName) ? oldSelf.spec.fargateProfileName"
                + " : oldSelf.metadata.name)",
        message = "fargateProfileName is immutable: create another FargateProfile for the other name")
@AdditionalPrinterColumn(name = "READY", jsonPath = Api.READY)
@AdditionalPrinterColumn(name = "STATUS", jsonPath = Api.READY_REASON)
@AdditionalPrinterColumn(name = "CLUSTER", jsonPath = ".spec.clusterName")
@AdditionalPrinterColumn(name = "PROFILE", jsonPath = ".status.profile.name")
@AdditionalPrinterColumn(
        name = "QUEUE",
        jsonPath = ".status.queue.position",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "PROBLEM", jsonPath = Api.PROBLEM)
@AdditionalPrinterColumn(name = "REGION", jsonPath = ".spec.region", priority = 1)
@AdditionalPrinterColumn(name = "AGE", jsonPath = Api.CREATED, type = AdditionalPrinterColumn.Type.DATE)
public class FargateProfile extends CustomResource<FargateProfileSpec, FargateProfileStatus> {
    private static final long serialVersionUID = 1L;

    @Override
    public void setStatus(FargateProfileStatus status) {
        super.setStatus(Observed.written(status));
    }
}

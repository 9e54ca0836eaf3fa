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

/** An ECS service on Fargate with the task definition that it runs. */
@Group(Api.GROUP)
@Version(Api.VERSION)
@Kind("FargateService")
@Plural("fargateservices")
@ShortNames("fsvc")
@ValidationRule(value = Formats.DNS_LABEL, message = Formats.DNS_LABEL_SAYS)
@AdditionalPrinterColumn(name = "READY", jsonPath = Api.READY)
@AdditionalPrinterColumn(name = "STATUS", jsonPath = Api.READY_REASON)
@AdditionalPrinterColumn(
        name = "DESIRED",
        jsonPath = ".status.desiredCount",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "RUNNING",
        jsonPath = ".status.runningCount",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "ROLLOUT", jsonPath = ".status.rollout.state")
@AdditionalPrinterColumn(name = "PROBLEM", jsonPath = Api.PROBLEM)
@AdditionalPrinterColumn(name = "ENVIRONMENT", jsonPath = ".spec.environment", priority = 1)
@AdditionalPrinterColumn(name = "REVISION", jsonPath = ".status.taskDefinition.arn", priority = 1)
@AdditionalPrinterColumn(name = "MONTHLY", jsonPath = ".status.cost.monthly", priority = 1)
@AdditionalPrinterColumn(name = "AGE", jsonPath = Api.CREATED, type = AdditionalPrinterColumn.Type.DATE)
public class FargateService extends CustomResource<FargateServiceSpec, FargateServiceStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    @Override
    public void setStatus(FargateServiceStatus status) {
        super.setStatus(Observed.written(status));
    }
}

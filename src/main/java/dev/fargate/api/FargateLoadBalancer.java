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

/** An Application or Network Load Balancer with its listeners and its security group. */
@Group(Api.GROUP)
@Version(Api.VERSION)
@Kind("FargateLoadBalancer")
@Plural("fargateloadbalancers")
@ShortNames("flb")
@ValidationRule(value = Formats.DNS_LABEL, message = Formats.DNS_LABEL_SAYS)
@AdditionalPrinterColumn(name = "READY", jsonPath = Api.READY)
@AdditionalPrinterColumn(name = "STATUS", jsonPath = Api.READY_REASON)
@AdditionalPrinterColumn(name = "TYPE", jsonPath = ".spec.type")
@AdditionalPrinterColumn(name = "STATE", jsonPath = ".status.state")
@AdditionalPrinterColumn(name = "DNS", jsonPath = ".status.dnsName")
@AdditionalPrinterColumn(name = "PROBLEM", jsonPath = Api.PROBLEM)
@AdditionalPrinterColumn(name = "ENVIRONMENT", jsonPath = ".spec.environment", priority = 1)
@AdditionalPrinterColumn(name = "AGE", jsonPath = Api.CREATED, type = AdditionalPrinterColumn.Type.DATE)
public class FargateLoadBalancer extends CustomResource<FargateLoadBalancerSpec, FargateLoadBalancerStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    @Override
    public void setStatus(FargateLoadBalancerStatus status) {
        super.setStatus(Observed.written(status));
    }
}

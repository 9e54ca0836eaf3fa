package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.TargetGroups;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

record ElbTargetGroups(Supplier<ElasticLoadBalancingV2Client> elb) implements TargetGroups {
    @Override
    public List<TargetGroup> targetGroups(Collection<String> arns) {
        return call("elasticloadbalancing:DescribeTargetGroups", () -> elb.get()
                        .describeTargetGroups(request -> request.targetGroupArns(arns)))
                .targetGroups();
    }

    @Override
    public List<TargetHealthDescription> targetHealth(String arn) {
        return call("elasticloadbalancing:DescribeTargetHealth", () -> elb.get()
                        .describeTargetHealth(request -> request.targetGroupArn(arn)))
                .targetHealthDescriptions();
    }
}

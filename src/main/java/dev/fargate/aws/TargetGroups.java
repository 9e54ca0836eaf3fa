package dev.fargate.aws;

import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Elastic Load Balancing: the target groups that ECS registers tasks in. */
public interface TargetGroups {

    /** DescribeTargetGroups; one unknown ARN makes the call an {@link AwsException} of class MISSING. */
    List<TargetGroup> targetGroups(Collection<String> arns);

    /** DescribeTargetHealth; an unknown ARN is an {@link AwsException} of class MISSING. */
    List<TargetHealthDescription> targetHealth(String arn);
}

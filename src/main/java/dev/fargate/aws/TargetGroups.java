package dev.fargate.aws;

import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Elastic Load Balancing: the target groups that ECS registers tasks in. */
public interface TargetGroups {

    /** DescribeTargetGroups; one unknown ARN makes the call an {@link AwsException} of class MISSING. */
    List<TargetGroup> targetGroups(Collection<String> arns);
}

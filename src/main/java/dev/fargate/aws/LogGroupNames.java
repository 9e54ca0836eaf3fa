package dev.fargate.aws;

/** CloudWatch Logs: whether groups are there. */
public interface LogGroupNames {

    /** DescribeLogGroups. */
    boolean exists(String name);
}

package dev.fargate.aws;

/** ECS clusters: with what the sessions of ECS Exec are encrypted. */
public interface SessionKeys {

    /** DescribeClusters: whether the cluster names a KMS key for sessions. A cluster that is not there names none. */
    boolean isNamedBy(String clusterArn);
}

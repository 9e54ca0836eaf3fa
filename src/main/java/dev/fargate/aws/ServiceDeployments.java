package dev.fargate.aws;

import java.util.Optional;

/** Rollouts of an ECS service, as ECS counts them: going back is a part of the one that is left. */
public interface ServiceDeployments {

    /** ListServiceDeployments: the ARN of the one that is PENDING or IN_PROGRESS. */
    Optional<String> underWay(String clusterArn, String service);

    /** StopServiceDeployment: ECS goes back to the revision before. Harmless while it does so already. */
    void stop(String arn);
}

package dev.fargate.service;

import dev.fargate.api.Place;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ContentHash;
import dev.fargate.aws.Digest;
import dev.fargate.aws.Owner;
import dev.fargate.aws.SdkTags;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;

/**
 * A service as it should be.
 *
 * @param request what CreateService is asked for, without client token and task definition
 * @param desiredCount empty: somebody else's, written once at creation
 */
record DesiredService(
        Owner owner,
        AwsScope scope,
        Place place,
        TaskSource task,
        CreateServiceRequest request,
        Optional<Integer> desiredCount,
        Settings settings) {

    /**
     * What is not ECS's but the operator's.
     *
     * @param restartAt a new rollout is due when the primary deployment is older
     */
    record Settings(int revisionHistoryLimit, Duration progressDeadline, Optional<Instant> restartAt) {}

    String serviceName() {
        return request.serviceName();
    }

    /** Names the settings whose change starts a rollout; a rollout that failed is remembered by it. */
    String rolloutHash() {
        return Digest.token(task.hash() + ContentHash.of(rolloutFields()));
    }

    private CreateServiceRequest rolloutFields() {
        return CreateServiceRequest.builder()
                .networkConfiguration(request.networkConfiguration())
                .platformVersion(request.platformVersion())
                .loadBalancers(request.hasLoadBalancers() ? request.loadBalancers() : null)
                .serviceRegistries(request.hasServiceRegistries() ? request.serviceRegistries() : null)
                .build();
    }

    /** The tags that the spec and the environment declare, with the owner tags. */
    Map<String, String> tags() {
        return SdkTags.map(request.tags());
    }
}

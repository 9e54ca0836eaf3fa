package dev.fargate.service;

import dev.fargate.api.CompanionKind;
import dev.fargate.companion.Kept;
import dev.fargate.routing.Ways;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;

/** The request for a service that requests are brought to. What has no id yet stays by its name, for a plan that is only shown. Pure. */
final class ServedRequests {
    private ServedRequests() {}

    static CreateServiceRequest with(Kept kept, CreateServiceRequest request) {
        return request.toBuilder()
                .loadBalancers(request.loadBalancers().stream()
                        .map(balancer -> balancer.toBuilder()
                                .targetGroupArn(kept.id(CompanionKind.TargetGroup, balancer.targetGroupArn())
                                        .orElse(balancer.targetGroupArn()))
                                .build())
                        .toArray(LoadBalancer[]::new))
                .networkConfiguration(network -> network.awsvpcConfiguration(
                        behind(request.networkConfiguration().awsvpcConfiguration(), kept)))
                .build();
    }

    private static AwsVpcConfiguration behind(AwsVpcConfiguration network, Kept kept) {
        Optional<String> door = kept.id(CompanionKind.SecurityGroup, Ways.DOOR);
        return network.toBuilder()
                .securityGroups(Stream.concat(
                                network.securityGroups().stream(),
                                Stream.of(door.orElse("one that is made for the service")))
                        .toList())
                .build();
    }
}

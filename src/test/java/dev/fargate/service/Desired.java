package dev.fargate.service;

import dev.fargate.api.Place;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Owner;
import dev.fargate.taskdefinition.DesiredTaskDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** A desired service around the request that a test is about. */
final class Desired {
    static final Owner OWNER = new Owner("cluster-1", "FargateService", "shop", "web", "s-1");
    static final Place PLACE = new Place("123456789012", "eu-west-1", "arn:cluster", null);

    private Desired() {}

    static DesiredService of(CreateServiceRequest request) {
        return of(request, Optional.empty());
    }

    static DesiredService of(CreateServiceRequest request, Optional<Integer> count) {
        return new DesiredService(
                OWNER,
                new AwsScope("production", "eu-west-1", Optional.empty(), Optional.empty()),
                PLACE,
                new TaskSource.Own(new DesiredTaskDefinition(
                        RegisterTaskDefinitionRequest.builder()
                                .family("shop_web")
                                .build(),
                        "v1-a",
                        List.of())),
                request,
                count,
                new DesiredService.Settings(3, Duration.ofMinutes(15), Optional.empty()));
    }
}

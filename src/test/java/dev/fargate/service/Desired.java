package dev.fargate.service;

import dev.fargate.api.Access;
import dev.fargate.api.Network;
import dev.fargate.api.Place;
import dev.fargate.api.WorkloadDefaults;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Owner;
import dev.fargate.environment.Ownership;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.environment.ResolvedEnvironment.Edition;
import dev.fargate.taskdefinition.DesiredTaskDefinition;
import dev.fargate.turn.Tolerance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** A desired service around the request that a test is about. */
final class Desired {
    static final Owner OWNER = new Owner("cluster-1", "FargateService", "shop", "web", "s-1");
    static final Place PLACE = new Place("123456789012", "eu-west-1", "arn:cluster", null);

    private static final AwsScope SCOPE =
            new AwsScope("production", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN);
    private static final ResolvedEnvironment ENVIRONMENT = new ResolvedEnvironment(
            "production",
            SCOPE,
            "123456789012",
            "arn:aws:ecs:eu-west-1:123456789012:cluster/production",
            new Network(List.of("subnet-a"), List.of(), null),
            new WorkloadDefaults(null, null, null, null, null, null),
            new Access(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null),
            Map.of(),
            List.of(),
            new Edition("e-1", 10, 3));

    private Desired() {}

    static DesiredService of(CreateServiceRequest request) {
        return of(request, Optional.empty());
    }

    static DesiredService of(CreateServiceRequest request, Optional<Integer> count) {
        return new DesiredService(
                new Ownership(ENVIRONMENT, OWNER, Optional.empty()),
                SCOPE,
                PLACE,
                new TaskSource.Own(new DesiredTaskDefinition(
                        RegisterTaskDefinitionRequest.builder()
                                .family("shop_web")
                                .build(),
                        "v1-a",
                        List.of())),
                request,
                count,
                new DesiredService.Settings(
                        3,
                        Duration.ofMinutes(15),
                        Optional.empty(),
                        new Edition("e-1", 10, 3),
                        Set.of(),
                        false,
                        Tolerance.NONE));
    }
}

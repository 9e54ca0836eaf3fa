package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.ServiceDeployments;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentBrief;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;
import software.amazon.awssdk.services.ecs.model.StopServiceDeploymentStopType;

record EcsServiceDeployments(Supplier<EcsClient> ecs) implements ServiceDeployments {
    @Override
    public Optional<String> underWay(String clusterArn, String service) {
        return call("ecs:ListServiceDeployments", () -> ecs.get()
                        .listServiceDeployments(request -> request.cluster(clusterArn)
                                .service(service)
                                .status(ServiceDeploymentStatus.PENDING, ServiceDeploymentStatus.IN_PROGRESS)))
                .serviceDeployments()
                .stream()
                .findFirst()
                .map(ServiceDeploymentBrief::serviceDeploymentArn);
    }

    /** The API reference knows ABORT as a value, and ROLLBACK as the one that is valid. */
    @Override
    public void stop(String arn) {
        call("ecs:StopServiceDeployment", () -> ecs.get()
                .stopServiceDeployment(
                        request -> request.serviceDeploymentArn(arn).stopType(StopServiceDeploymentStopType.ROLLBACK)));
    }
}

package dev.fargate.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/** What ECS makes of a CreateService or an UpdateService: fields that are sent replace those that are there, and some start a rollout. */
final class UpdatedService {
    private UpdatedService() {}

    static Service created(CreateServiceRequest request, Instant now) {
        Service.Builder service = Service.builder();
        copy(request.sdkFields(), request, service);
        return service.clusterArn(request.cluster())
                .serviceArn("arn:aws:ecs:eu-west-1:123456789012:service/production/" + request.serviceName())
                .status("ACTIVE")
                .runningCount(0)
                .pendingCount(0)
                .createdAt(now)
                .deployments(deployment("ecs-svc/100", request.taskDefinition(), request.desiredCount(), now))
                .build();
    }

    static Service updated(Service live, UpdateServiceRequest request, Instant now) {
        Service.Builder service = live.toBuilder();
        copy(request.sdkFields(), request, service);
        if (request.hasCapacityProviderStrategy()
                && request.capacityProviderStrategy().isEmpty()) {
            service.launchType("FARGATE");
        }
        if (rolls(request)) {
            List<Deployment> deployments = new ArrayList<>();
            deployments.add(deployment(
                    "ecs-svc/" + (live.deployments().size() + 200),
                    service.build().taskDefinition(),
                    live.desiredCount(),
                    now));
            live.deployments().forEach(old -> deployments.add(old.copy(was -> was.status("ACTIVE"))));
            service.deployments(deployments);
        }
        return service.build();
    }

    /** ECS API reference, UpdateService: the parameters that start a new deployment. */
    private static boolean rolls(UpdateServiceRequest request) {
        return Boolean.TRUE.equals(request.forceNewDeployment())
                || request.taskDefinition() != null
                || request.platformVersion() != null
                || request.networkConfiguration() != null
                || request.hasLoadBalancers()
                || request.hasServiceRegistries();
    }

    private static Deployment deployment(String id, String revision, Integer count, Instant now) {
        return Deployment.builder()
                .id(id)
                .status("PRIMARY")
                .taskDefinition(revision)
                .desiredCount(count)
                .runningCount(0)
                .failedTasks(0)
                .rolloutState("IN_PROGRESS")
                .createdAt(now)
                .build();
    }

    /** Fields of a request that a service has, too, under the same name. */
    private static void copy(List<SdkField<?>> fields, Object request, Service.Builder service) {
        for (SdkField<?> field : fields) {
            Object sent = field.getValueOrDefault(request);
            boolean unset = sent == null || sent instanceof software.amazon.awssdk.core.util.SdkAutoConstructList<?>;
            service.sdkFields().stream()
                    .filter(same -> same.locationName().equals(field.locationName()))
                    .filter(same -> !unset)
                    .forEach(same -> same.set(service, sent));
        }
    }
}

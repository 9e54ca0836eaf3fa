package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.Services;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

record EcsServices(Supplier<EcsClient> ecs) implements Services {
    private static final String MISSING = "MISSING";

    @Override
    public Service create(CreateServiceRequest request) {
        Service made = call("ecs:CreateService", () -> ecs.get().createService(request))
                .service();
        return trimmed(made.hasTags() ? made : made.copy(service -> service.tags(request.tags())));
    }

    @Override
    public Service update(UpdateServiceRequest request) {
        return trimmed(call("ecs:UpdateService", () -> ecs.get().updateService(request))
                .service());
    }

    @Override
    public Service delete(String clusterArn, String service) {
        return trimmed(call("ecs:DeleteService", () -> ecs.get()
                        .deleteService(request ->
                                request.cluster(clusterArn).service(service).force(true)))
                .service());
    }

    @Override
    public Described describe(String clusterArn, List<String> services) {
        DescribeServicesResponse reply = call("ecs:DescribeServices", () -> ecs.get()
                .describeServices(request ->
                        request.cluster(clusterArn).services(services).include(ServiceField.TAGS)));
        List<Failure> missing = reply.failures().stream()
                .filter(failure -> MISSING.equals(failure.reason()))
                .toList();
        Set<String> names = services.stream()
                .filter(asked -> missing.stream().anyMatch(failure -> names(failure, asked)))
                .collect(Collectors.toUnmodifiableSet());
        return new Described(reply.services().stream().map(EcsServices::trimmed).toList(), names);
    }

    /** A failure names the service by its ARN, whatever it was asked by. */
    private static boolean names(Failure failure, String asked) {
        String arn = failure.arn() == null ? "" : failure.arn();
        return arn.equals(asked) || arn.endsWith("/" + asked);
    }

    private static Service trimmed(Service service) {
        return service.copy(copy -> copy.events(ServiceEvents.telling(service.events())));
    }
}

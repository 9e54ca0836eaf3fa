package dev.fargate.endpoints;

import dev.fargate.api.FargateEndpointsStatus.Reaches;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.Reachability.ServiceReach;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the tasks of a VPC's environments reach, as those tell it. Pure. */
final class EnvironmentsReached {
    private static final int MOST = 8;

    private EnvironmentsReached() {}

    static List<Reaches> of(Stream<FargateEnvironment> environments, Known known) {
        return environments
                .filter(environment -> isThere(environment.getStatus(), known))
                .sorted(Comparator.comparing(
                        environment -> environment.getMetadata().getName()))
                .limit(MOST)
                .map(environment -> new Reaches(
                        environment.getMetadata().getName(),
                        services(environment.getStatus(), true),
                        services(environment.getStatus(), false)))
                .toList();
    }

    private static boolean isThere(FargateEnvironmentStatus status, Known known) {
        return status != null
                && status.reachability() != null
                && known.vpcId().filter(vpc -> vpc.equals(status.vpcId())).isPresent();
    }

    private static List<String> services(FargateEnvironmentStatus status, boolean reached) {
        return status.reachability().services().stream()
                .filter(service -> service.reached() != null && service.reached() == reached)
                .map(ServiceReach::service)
                .toList();
    }
}

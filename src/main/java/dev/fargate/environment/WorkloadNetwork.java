package dev.fargate.environment;

import dev.fargate.api.Network;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;

/** Where the tasks of a workload are: its own subnets and groups, else the environment's, sorted, since ECS keeps no order. */
public final class WorkloadNetwork {
    private WorkloadNetwork() {}

    /**
     * The network as a request takes it.
     *
     * @param override what the workload names itself; null where it names nothing
     */
    public static NetworkConfiguration of(Network override, ResolvedEnvironment resolved) {
        Network environment = resolved.network();
        List<String> subnets = named(override == null ? List.of() : override.subnets(), environment.subnets());
        List<String> groups =
                named(override == null ? List.of() : override.securityGroups(), environment.securityGroups());
        boolean overridden = override != null && override.assignPublicIp() != null;
        Boolean publicIp = overridden ? override.assignPublicIp() : environment.assignPublicIp();
        return NetworkConfiguration.builder()
                .awsvpcConfiguration(AwsVpcConfiguration.builder()
                        .subnets(subnets.stream().sorted().toList())
                        .securityGroups(
                                groups.isEmpty()
                                        ? null
                                        : groups.stream().sorted().toList())
                        .assignPublicIp(
                                Boolean.TRUE.equals(publicIp) ? AssignPublicIp.ENABLED : AssignPublicIp.DISABLED)
                        .build())
                .build();
    }

    private static List<String> named(List<String> own, List<String> environments) {
        return own.isEmpty() ? environments : own;
    }
}

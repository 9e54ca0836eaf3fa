package dev.fargate.routing;

import dev.fargate.api.FargateServiceSpec.LoadBalancer;
import dev.fargate.companion.Companion;
import java.util.List;
import java.util.Map;

/**
 * What is made to bring requests to a service.
 *
 * @param companions in the order in which they are made
 * @param groups names of the target groups, each for its target
 */
public record Ways(List<Companion> companions, Map<LoadBalancer, String> groups) {
    public static final Ways NONE = new Ways(List.of(), Map.of());

    /** Name on record of the security group of the tasks. */
    public static final String DOOR = Door.NAME;

    public Ways {
        companions = List.copyOf(companions);
        groups = Map.copyOf(groups);
    }

    /** The target group of a target: an ARN that is given, or the name of one that is made. */
    public String targetGroup(LoadBalancer target) {
        return target.targetGroupArn() == null ? groups.get(target) : target.targetGroupArn();
    }
}

package dev.fargate.simulator.ecs;

import java.util.List;
import java.util.Optional;

/** What ECS asks of the services beside it. Every method may be called on each request, so answers are cheap. */
public interface Surroundings {

    boolean subnetExists(EcsCall call, String id);

    boolean securityGroupExists(EcsCall call, String id);

    boolean roleExists(EcsCall call, String arn);

    Optional<TargetGroupView> targetGroup(EcsCall call, String arn);

    /** Whether a Cloud Map service has this ARN. */
    boolean registryExists(EcsCall call, String arn);

    String vpcOf(EcsCall call, String subnetId);

    /** The availability zone's name, such as {@code eu-west-1a}. */
    String zoneOf(EcsCall call, String subnetId);

    /** Targets that ECS registered in a group and took out of it; the call carries no body here. */
    void targetsChanged(EcsCall call, String targetGroupArn, List<Target> register, List<Target> deregister);

    /** Something ECS would tell EventBridge. */
    void emit(EcsEvent event);
}

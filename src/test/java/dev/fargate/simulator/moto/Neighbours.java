package dev.fargate.simulator.moto;

import dev.fargate.simulator.ecs.TargetGroupView;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.Reply;
import java.util.Optional;

/** The things of other services that ECS looks at. As a filter it notices the calls that change them. */
public final class Neighbours implements MotoFilter {
    private final Lookup<Inventory.Subnet> subnets;
    private final Lookup<String> securityGroups;
    private final Lookup<TargetGroupView> targetGroups;
    private final Lookup<String> roles;
    private final Lookup<String> registries;

    public Neighbours(MotoCalls moto) {
        Inventory inventory = new Inventory(moto);
        this.subnets = new Lookup<>(inventory::subnets);
        this.securityGroups = new Lookup<>(inventory::securityGroups);
        this.targetGroups = new Lookup<>(inventory::targetGroups);
        this.roles = new Lookup<>(inventory::roles);
        this.registries = new Lookup<>(inventory::registries);
    }

    Optional<Inventory.Subnet> subnet(Place place, String id) {
        return subnets.find(place, id);
    }

    boolean hasSecurityGroup(Place place, String id) {
        return securityGroups.find(place, id).isPresent();
    }

    Optional<TargetGroupView> targetGroup(Place place, String arn) {
        return targetGroups.find(place, arn);
    }

    boolean hasRole(Place place, String arn) {
        return roles.find(place, arn).isPresent();
    }

    boolean hasRegistry(Place place, String arn) {
        return registries.find(place, arn).isPresent();
    }

    @Override
    public Reply after(AwsCall call, Reply reply) {
        if (!call.reads()) {
            switch (call.service()) {
                case "ec2" -> {
                    subnets.invalidate();
                    securityGroups.invalidate();
                }
                case "elasticloadbalancing" -> targetGroups.invalidate();
                case "iam" -> roles.invalidate();
                case "servicediscovery" -> registries.invalidate();
                default -> {}
            }
        }
        return reply;
    }

    public void invalidate() {
        subnets.invalidate();
        securityGroups.invalidate();
        targetGroups.invalidate();
        roles.invalidate();
        registries.invalidate();
    }
}

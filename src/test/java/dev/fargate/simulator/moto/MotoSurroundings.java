package dev.fargate.simulator.moto;

import dev.fargate.simulator.bus.EventFeed;
import dev.fargate.simulator.ecs.EcsCall;
import dev.fargate.simulator.ecs.EcsEvent;
import dev.fargate.simulator.ecs.Surroundings;
import dev.fargate.simulator.ecs.Target;
import dev.fargate.simulator.ecs.TargetGroupView;
import java.util.List;
import java.util.Optional;

/** ECS's neighbours, which live in moto. Questions are answered from memory, news goes out later. */
public final class MotoSurroundings implements Surroundings {
    private final Neighbours neighbours;
    private final TargetFeed targets;
    private final EventFeed events;

    public MotoSurroundings(MotoCalls moto, Neighbours neighbours, EventFeed events) {
        this.neighbours = neighbours;
        this.targets = new TargetFeed(moto);
        this.events = events;
    }

    @Override
    public boolean subnetExists(EcsCall call, String id) {
        return neighbours.subnet(Place.of(call), id).isPresent();
    }

    @Override
    public boolean securityGroupExists(EcsCall call, String id) {
        return neighbours.hasSecurityGroup(Place.of(call), id);
    }

    @Override
    public boolean roleExists(EcsCall call, String arn) {
        return neighbours.hasRole(Place.of(call), arn);
    }

    @Override
    public Optional<TargetGroupView> targetGroup(EcsCall call, String arn) {
        return neighbours.targetGroup(Place.of(call), arn);
    }

    @Override
    public boolean registryExists(EcsCall call, String arn) {
        return neighbours.hasRegistry(Place.of(call), arn);
    }

    @Override
    public String vpcOf(EcsCall call, String subnetId) {
        return subnet(call, subnetId).vpcId();
    }

    @Override
    public String zoneOf(EcsCall call, String subnetId) {
        return subnet(call, subnetId).zone();
    }

    /** A subnet may be deleted while a service still names it; then nothing is known about it. */
    private Inventory.Subnet subnet(EcsCall call, String id) {
        return neighbours.subnet(Place.of(call), id).orElse(new Inventory.Subnet(id, "", ""));
    }

    @Override
    public void targetsChanged(EcsCall call, String targetGroupArn, List<Target> register, List<Target> deregister) {
        targets.changed(Place.of(call), targetGroupArn, register, deregister);
    }

    @Override
    public void emit(EcsEvent event) {
        events.emit(event);
    }

    /** Tells moto everything that ECS has said so far. One delivery at a time keeps their order. */
    public synchronized void deliver() {
        targets.deliver();
        events.deliver();
    }
}

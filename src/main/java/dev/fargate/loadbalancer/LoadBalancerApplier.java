package dev.fargate.loadbalancer;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.LoadBalancers;
import dev.fargate.aws.LoadBalancers.Request;
import dev.fargate.aws.Operation;
import dev.fargate.aws.SecurityGroups;
import dev.fargate.aws.SecurityGroups.Group;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.engine.Plan;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out a plan until a step must wait or is refused.
 *
 * @param elb the load balancers of the account
 * @param ec2 its security groups
 */
record LoadBalancerApplier(LoadBalancers elb, SecurityGroups ec2, Writes.Of writes) {

    static LoadBalancerApplier of(Aws aws, Writes.Of writes) {
        return new LoadBalancerApplier(aws.loadBalancers(), aws.securityGroups(), writes);
    }

    /**
     * How far a plan got.
     *
     * @param later when the ticket of the next step is due
     */
    record Outcome(List<LoadBalancerStep> done, Optional<AwsException> refused, Optional<Instant> later) {
        Outcome {
            done = List.copyOf(done);
        }
    }

    /** What a step needs of those before it: ids that AWS has given. */
    private record Ids(Optional<String> balancer, Optional<String> group) {
        static Ids of(LoadBalancerView view) {
            return new Ids(
                    view.balancer().map(seen -> seen.itself().arn()),
                    view.group().map(Group::id));
        }

        String arn() {
            return balancer.orElseThrow();
        }

        Set<String> groups(Shield shield) {
            return switch (shield) {
                case Shield.Given given -> given.ids();
                case Shield.Own own -> Set.of(group.orElseThrow());
            };
        }
    }

    Outcome apply(Plan<LoadBalancerStep> plan, LoadBalancerView view) {
        List<LoadBalancerStep> done = new ArrayList<>();
        Ids ids = Ids.of(view);
        for (LoadBalancerStep step : plan.steps()) {
            if (step instanceof LoadBalancerStep.Await) {
                continue;
            }
            Ids before = ids;
            switch (writes.make(operation(step), priority(step), () -> make(step, before))) {
                case Attempt.Done<Ids> made -> {
                    ids = made.reply();
                    done.add(step);
                }
                case Attempt.Later<Ids> later -> {
                    return new Outcome(done, Optional.empty(), Optional.of(later.until()));
                }
                case Attempt.Refused<Ids> refused -> {
                    return new Outcome(done, Optional.of(refused.error()), Optional.empty());
                }
            }
        }
        return new Outcome(done, Optional.empty(), Optional.empty());
    }

    private Ids make(LoadBalancerStep step, Ids ids) {
        switch (step) {
            case LoadBalancerStep.CreateGroup group -> {
                return new Ids(ids.balancer(), Optional.of(create(group)));
            }
            case LoadBalancerStep.Create create -> {
                String arn = create(create.desired(), ids);
                return new Ids(Optional.of(arn), ids.group());
            }
            case LoadBalancerStep.Open open -> ec2.open(ids.group().orElseThrow(), open.openings());
            case LoadBalancerStep.Close close -> ec2.close(ids.group().orElseThrow(), close.openings());
            case LoadBalancerStep.DeleteGroup group -> ec2.delete(ids.group().orElseThrow());
            case LoadBalancerStep.TagGroup tag -> {
                String id = ids.group().orElseThrow();
                tag.tags().apply(put -> ec2.tag(id, put), keys -> ec2.untag(id, keys));
            }
            case LoadBalancerStep.Adopt adopt -> adopt.arns().forEach(arn -> elb.tag(arn, adopt.tags()));
            case LoadBalancerStep.SetGroups set -> elb.setSecurityGroups(ids.arn(), ids.groups(set.shield()));
            case LoadBalancerStep.SetSubnets set -> elb.setSubnets(ids.arn(), set.subnets());
            case LoadBalancerStep.SetIpAddressType set -> elb.setIpAddressType(ids.arn(), set.type());
            case LoadBalancerStep.ModifyAttributes modify -> elb.modifyAttributes(ids.arn(), modify.attributes());
            case LoadBalancerStep.CreateListener create ->
                elb.createListener(ids.arn(), create.content(), create.desired().tags());
            case LoadBalancerStep.ModifyListener modify -> elb.modifyListener(modify.arn(), modify.content());
            case LoadBalancerStep.DeleteListener delete -> elb.deleteListener(delete.arn());
            case LoadBalancerStep.Tag tag ->
                tag.tags().apply(put -> elb.tag(tag.arn(), put), keys -> elb.untag(tag.arn(), keys));
            case LoadBalancerStep.Delete delete -> elb.delete(delete.arn());
            case LoadBalancerStep.Await await -> throw new IllegalStateException("a wait is no call");
        }
        return ids;
    }

    private String create(LoadBalancerStep.CreateGroup group) {
        DesiredLoadBalancer desired = group.desired();
        return ec2.create(
                desired.fixed().vpcId(),
                group.name(),
                "Load balancer of FargateLoadBalancer %s/%s"
                        .formatted(desired.owner().namespace(), desired.owner().name()),
                desired.tags());
    }

    /** It succeeds, too, when somebody has just made one of the same settings, which is not ours to work on. */
    private String create(DesiredLoadBalancer desired, Ids ids) {
        String arn = elb.create(new Request(
                        desired.fixed(),
                        desired.ipAddressType(),
                        desired.subnets(),
                        ids.groups(desired.shield()),
                        desired.tags()))
                .arn();
        if (desired.owner().owns(elb.tags(List.of(arn)).getOrDefault(arn, Map.of()))) {
            return arn;
        }
        throw new AwsException(
                ErrorClass.CONFLICT,
                "elasticloadbalancing:CreateLoadBalancer",
                "NotOurs",
                "load balancer %s of the same settings is there and does not carry our tags.".formatted(arn),
                null);
    }

    private static Operation operation(LoadBalancerStep step) {
        return switch (step) {
            case LoadBalancerStep.CreateGroup _,
                    LoadBalancerStep.Open _,
                    LoadBalancerStep.Close _,
                    LoadBalancerStep.TagGroup _,
                    LoadBalancerStep.DeleteGroup _ -> Operation.CHANGE_SECURITY_GROUP;
            default -> Operation.CHANGE_LOAD_BALANCER;
        };
    }

    private static Priority priority(LoadBalancerStep step) {
        return switch (step) {
            case LoadBalancerStep.Delete _, LoadBalancerStep.DeleteGroup _, LoadBalancerStep.DeleteListener _ ->
                Priority.DELETE_OR_SCALE;
            case LoadBalancerStep.Create _, LoadBalancerStep.CreateGroup _, LoadBalancerStep.CreateListener _ ->
                Priority.CREATE;
            default -> Priority.UPDATE;
        };
    }
}

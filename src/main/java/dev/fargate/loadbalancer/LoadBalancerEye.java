package dev.fargate.loadbalancer;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.LoadBalancers;
import dev.fargate.aws.LoadBalancers.Listener;
import dev.fargate.aws.LoadBalancers.LoadBalancer;
import dev.fargate.aws.Subnets.Subnet;
import dev.fargate.loadbalancer.LoadBalancerView.Seen;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at a load balancer and its security group each time; in which VPC a subnet is never changes, and is asked once. */
final class LoadBalancerEye {
    private final Aws.Accounts accounts;
    private final ConcurrentMap<String, Sighting> sightings = new ConcurrentHashMap<>();

    LoadBalancerEye(Aws.Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The VPCs of subnets.
     *
     * @param uid of the resource that names them
     */
    Set<String> vpcs(AwsScope scope, String uid, List<String> subnets) {
        Sighting before = sightings.get(uid);
        if (before != null && before.subnets().equals(subnets)) {
            return before.vpcs();
        }
        Set<String> vpcs = accounts.of(scope).subnets().subnets(subnets).stream()
                .map(Subnet::vpcId)
                .collect(Collectors.toCollection(TreeSet::new));
        sightings.put(uid, new Sighting(subnets, vpcs));
        return vpcs;
    }

    LoadBalancerView look(AwsScope scope, String name, String vpcId) {
        Aws aws = accounts.of(scope);
        return new LoadBalancerView(
                aws.loadBalancers().named(name).map(found -> seen(aws, found)),
                aws.securityGroups().named(vpcId, name));
    }

    private static Seen seen(Aws aws, LoadBalancer found) {
        LoadBalancers elb = aws.loadBalancers();
        List<Listener> listeners = elb.listeners(found.arn());
        List<String> arns = Stream.concat(
                        Stream.of(found.arn()), listeners.stream().map(Listener::arn))
                .toList();
        return new Seen(found, elb.attributes(found.arn()), listeners, elb.tags(arns));
    }

    void forget(String uid) {
        sightings.remove(uid);
    }

    private record Sighting(List<String> subnets, Set<String> vpcs) {}
}

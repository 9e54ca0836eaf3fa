package dev.fargate.loadbalancer;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Identity;
import dev.fargate.aws.Subnets;
import dev.fargate.plans.Ports;
import java.util.List;

/** The account that a load balancer is in, with a network of one VPC. */
record Account(MemoryLoadBalancers balancers) {
    static final String ID = "123456789012";

    Aws aws() {
        return Ports.of((Identity) () -> new Identity.Caller(ID, "aws"), new OneVpc(), balancers);
    }

    private record OneVpc() implements Subnets {
        @Override
        public List<Subnet> subnets(List<String> ids) {
            return ids.stream()
                    .map(id -> new Subnet(
                            id,
                            id.replace("subnet-", "zone-"),
                            id.startsWith("subnet-far") ? "vpc-2" : LoadBalancerPlansTest.VPC))
                    .toList();
        }

        @Override
        public List<Subnet> subnets(Selection selection) {
            return List.of();
        }

        @Override
        public List<SecurityGroup> securityGroups(List<String> ids) {
            return List.of();
        }

        @Override
        public List<SecurityGroup> securityGroups(Selection selection) {
            return List.of();
        }
    }
}

package dev.fargate.routing;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Routes;
import dev.fargate.aws.Routes.Front;

/** A listener that sends to a service. */
sealed interface Entrance {
    String listenerArn();

    /** The VPC and the security groups of its load balancer. */
    Front front(Routes routes);

    /** Of a FargateLoadBalancer, whose status tells. */
    record Known(Front front) implements Entrance {
        @Override
        public String listenerArn() {
            return front.listenerArn();
        }

        @Override
        public Front front(Routes routes) {
            return front;
        }
    }

    /** Somebody else's, which AWS is asked about. */
    record Foreign(String listenerArn) implements Entrance {
        @Override
        public Front front(Routes routes) {
            return routes.front(listenerArn)
                    .orElseThrow(() -> new AwsException(
                            ErrorClass.MISSING,
                            "elasticloadbalancing:DescribeListeners",
                            "ListenerNotFound",
                            "there is no listener %s.".formatted(listenerArn),
                            null));
        }
    }

    /** ELB's ARNs tell: those of a Network Load Balancer have {@code net} where others have {@code app}. */
    default boolean isNetwork() {
        return listenerArn().contains(":listener/net/");
    }

    /** What is equal for all listeners of a load balancer. */
    default String balancer() {
        return listenerArn().substring(0, listenerArn().lastIndexOf('/'));
    }
}

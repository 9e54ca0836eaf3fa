package dev.fargate.loadbalancer;

import dev.fargate.aws.LoadBalancers.Content;
import dev.fargate.aws.SecurityGroups.Opening;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One step of a plan for a load balancer. The names are those of what is changed. */
sealed interface LoadBalancerStep extends Step {

    /** Makes the security group that the load balancer is to have; what it lets in comes next. */
    record CreateGroup(DesiredLoadBalancer desired, String name) implements LoadBalancerStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, "security group " + name);
        }
    }

    /** Lets in more. */
    record Open(String name, Set<Opening> openings) implements LoadBalancerStep {
        @Override
        public Change change() {
            return opened(name, openings, "open", "closed");
        }
    }

    /** Lets in less. */
    record Close(String name, Set<Opening> openings) implements LoadBalancerStep {
        @Override
        public Change change() {
            return opened(name, openings, "closed", "open");
        }
    }

    /** Makes the load balancer, with nothing that listens. */
    record Create(DesiredLoadBalancer desired) implements LoadBalancerStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, "load balancer " + desired.name());
        }
    }

    /** Takes over what nobody owns: our tags first, so that whose it is stands there before anything changes. */
    record Adopt(String object, List<String> arns, Map<String, String> tags) implements LoadBalancerStep {
        @Override
        public Change change() {
            return Change.ofTags(object, tags, Set.of());
        }
    }

    /** Gives it the security groups that it is to have. */
    record SetGroups(String name, Shield shield, Difference difference) implements LoadBalancerStep {
        @Override
        public Change change() {
            return balancer(name, List.of(difference));
        }
    }

    /** Moves it to other subnets. */
    record SetSubnets(String name, Set<String> subnets, Difference difference) implements LoadBalancerStep {
        @Override
        public Change change() {
            return balancer(name, List.of(difference));
        }
    }

    /** Changes its kind of addresses. */
    record SetIpAddressType(String name, String type, Difference difference) implements LoadBalancerStep {
        @Override
        public Change change() {
            return balancer(name, List.of(difference));
        }
    }

    /** Changes some of its attributes. */
    record ModifyAttributes(String name, Map<String, String> attributes, List<Difference> differences)
            implements LoadBalancerStep {
        @Override
        public Change change() {
            return balancer(name, differences);
        }
    }

    /** Listens on one more port. */
    record CreateListener(DesiredLoadBalancer desired, Content content) implements LoadBalancerStep {
        @Override
        public Change change() {
            return Change.of(
                    Change.Verb.CREATE,
                    "listener %s %d of %s".formatted(content.protocol(), content.port(), desired.name()));
        }
    }

    /** Does something else on a port. */
    record ModifyListener(String name, String arn, Content content, List<Difference> differences)
            implements LoadBalancerStep {
        @Override
        public Change change() {
            return new Change(Change.Verb.UPDATE, "listener %d of %s".formatted(content.port(), name), differences);
        }
    }

    /** Listens on a port no more. */
    record DeleteListener(String name, String arn, int port) implements LoadBalancerStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "listener %d of %s".formatted(port, name));
        }
    }

    /** Changes the tags of the load balancer or of a listener. */
    record Tag(String object, String arn, TagChange tags) implements LoadBalancerStep {
        @Override
        public Change change() {
            return Change.ofTags(object, tags.put(), tags.remove());
        }
    }

    /** Changes the tags of the security group. */
    record TagGroup(String name, TagChange tags) implements LoadBalancerStep {
        @Override
        public Change change() {
            return Change.ofTags("security group " + name, tags.put(), tags.remove());
        }
    }

    /** ELB is at work on it. */
    record Await(String name, String state) implements LoadBalancerStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.WAIT, "load balancer %s, which is %s".formatted(name, state));
        }
    }

    /** Deletes it with all that listens. */
    record Delete(String name, String arn) implements LoadBalancerStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "load balancer " + name);
        }
    }

    /** Deletes the security group that was made for it. */
    record DeleteGroup(String name) implements LoadBalancerStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "security group " + name);
        }
    }

    private static Change balancer(String name, List<Difference> differences) {
        return new Change(Change.Verb.UPDATE, "load balancer " + name, differences);
    }

    private static Change opened(String name, Set<Opening> openings, String desired, String live) {
        return new Change(
                Change.Verb.UPDATE,
                "security group " + name,
                openings.stream()
                        .map(Opening::toString)
                        .sorted()
                        .map(opening -> new Difference(opening, desired, live))
                        .toList());
    }
}

package dev.fargate.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.Access;
import dev.fargate.api.FargateLoadBalancerSpec;
import dev.fargate.api.Network;
import dev.fargate.api.WorkloadDefaults;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Tickets;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.environment.ResolvedEnvironment.Edition;
import dev.fargate.loadbalancer.MemoryLoadBalancers.Holdings;
import dev.fargate.plans.GoldenCase;
import dev.fargate.turn.Writes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a FargateLoadBalancer and what AWS holds lead to; and that a plan, once carried out, leaves nothing to do. */
class LoadBalancerPlansTest {
    static final String VPC = "vpc-1";
    static final Owner OWNER = new Owner("cluster-1", "FargateLoadBalancer", "shop", "web", "lb-1");
    private static final AwsScope SCOPE =
            new AwsScope("production", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN);
    static final Writes.Of WRITES = new Writes(new AtOnce()).of(SCOPE, "shop/web");

    /**
     * What is asked for.
     *
     * @param formerTags keys that were declared before
     */
    record Declared(boolean deleted, List<String> formerTags, FargateLoadBalancerSpec spec) {}

    @TestFactory
    Stream<DynamicTest> a_load_balancer_and_what_AWS_holds_lead_to_this() {
        return Stream.concat(
                GoldenCase.of("loadbalancer")
                        .map(golden -> DynamicTest.dynamicTest(golden.toString(), () -> check(golden))),
                Stream.of(DynamicTest.dynamicTest(
                        "every shared input is used",
                        () -> assertThat(GoldenCase.unread("loadbalancer")).isEmpty())));
    }

    private static void check(GoldenCase golden) {
        MemoryLoadBalancers account = new MemoryLoadBalancers(
                golden.readIfThere("in-aws.yaml", Holdings.class).orElse(new Holdings(null, null)));
        Declared resource = golden.read("in-load-balancer.yaml", Declared.class);
        Access access =
                golden.readIfThere("in-access.yaml", Access.class).orElseGet(LoadBalancerPlansTest::certificates);

        golden.write(
                "out-plan.txt",
                switch (LoadBalancerResolver.resolve(resource.spec(), OWNER, environment(access), VPC)) {
                    case Resolution.Unresolved<DesiredLoadBalancer> unresolved -> text(unresolved.problem());
                    case Resolution.Resolved<DesiredLoadBalancer> resolved ->
                        planned(resource, resolved.desired(), account);
                });
        golden.check();
    }

    private static String planned(Declared resource, DesiredLoadBalancer desired, MemoryLoadBalancers account) {
        return switch (plan(resource, desired, account)) {
            case Resolution.Unresolved<Plan<LoadBalancerStep>> unresolved -> text(unresolved.problem());
            case Resolution.Resolved<Plan<LoadBalancerStep>> resolved -> {
                settles(resource, desired, account, resolved.desired());
                yield resolved.desired().toString();
            }
        };
    }

    private static void settles(
            Declared resource, DesiredLoadBalancer desired, MemoryLoadBalancers account, Plan<LoadBalancerStep> plan) {
        LoadBalancerApplier applier = new LoadBalancerApplier(account, account, WRITES);
        LoadBalancerApplier.Outcome outcome = applier.apply(plan, account.view(desired.name(), VPC));
        account.settle();

        assertThat(outcome.refused()).isEmpty();
        assertThat(plan(resource, desired, account)).isEqualTo(new Resolution.Resolved<>(new Plan<>(List.of())));
    }

    private static Resolution<Plan<LoadBalancerStep>> plan(
            Declared resource, DesiredLoadBalancer desired, MemoryLoadBalancers account) {
        LoadBalancerView view = account.view(desired.name(), VPC);
        return resource.deleted()
                ? LoadBalancerPlanner.deletion(Departing.of(resource.spec(), OWNER), view)
                : LoadBalancerPlanner.plan(
                        desired, view, resource.formerTags() == null ? List.of() : resource.formerTags());
    }

    private static String text(Problem problem) {
        return "%s %s: %s".formatted(problem.stalled() ? "Stalled" : "Waits", problem.reason(), problem.message());
    }

    static Access certificates() {
        return new Access(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of("arn:aws:acm:*"),
                null);
    }

    static ResolvedEnvironment environment(Access access) {
        return new ResolvedEnvironment(
                "production",
                SCOPE,
                "123456789012",
                "arn:aws:ecs:eu-west-1:123456789012:cluster/production",
                new Network(List.of("subnet-a", "subnet-b", "subnet-c"), List.of("sg-web"), null),
                new WorkloadDefaults(null, null, null, null, null, null),
                access,
                Map.of("stage", "production"),
                List.of(),
                new Edition("e-1", 10, 3));
    }

    /** Everybody may at once. */
    static final class AtOnce implements Tickets {
        @Override
        public Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder, int tickets) {
            return new Ticket.Granted();
        }

        @Override
        public void throttled(AwsScope scope, Operation operation) {}
    }
}

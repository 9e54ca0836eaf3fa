package dev.fargate.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateServiceSpec.LoadBalancer;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Tickets;
import dev.fargate.companion.CompanionStage;
import dev.fargate.companion.Kept;
import dev.fargate.companion.Site;
import dev.fargate.companion.Standing;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.plans.GoldenCase;
import dev.fargate.plans.Ports;
import dev.fargate.routing.MemoryRoutes.Holdings;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the targets of a service and what AWS holds lead to; that it leaves nothing to do, and nothing behind when it goes. */
class RoutingPlansTest {
    private static final Owner OWNER = new Owner("cluster-1", "FargateService", "shop", "web", "service-1");
    private static final AwsScope SCOPE =
            new AwsScope("production", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN);

    /**
     * What is asked for.
     *
     * @param formerTags keys that were declared before
     */
    record Declared(List<LoadBalancer> loadBalancers, Map<String, String> tags, List<String> formerTags) {}

    @TestFactory
    Stream<DynamicTest> targets_and_what_AWS_holds_lead_to_this() {
        return Stream.concat(
                GoldenCase.of("routing").map(golden -> DynamicTest.dynamicTest(golden.toString(), () -> check(golden))),
                Stream.of(DynamicTest.dynamicTest(
                        "every shared input is used",
                        () -> assertThat(GoldenCase.unread("routing")).isEmpty())));
    }

    private static void check(GoldenCase golden) {
        MemoryRoutes account = new MemoryRoutes(
                golden.readIfThere("in-aws.yaml", Holdings.class).orElse(new Holdings(null, null, null)));
        Declared declared = golden.read("in-targets.yaml", Declared.class);
        Optional<FargateLoadBalancer> balancer = golden.readIfThere("in-load-balancer.yaml", FargateLoadBalancer.class);

        golden.write(
                "out-plan.txt",
                switch (ways(declared, balancer)) {
                    case Resolution.Unresolved<Ways> unresolved -> text(unresolved.problem());
                    case Resolution.Resolved<Ways> ways -> planned(ways.desired(), account);
                });
        golden.check();
    }

    private static Resolution<Ways> ways(Declared declared, Optional<FargateLoadBalancer> balancer) {
        Map<String, String> tags = Stream.of(
                        Optional.ofNullable(declared.tags()).orElse(Map.of()), OWNER.tags())
                .flatMap(some -> some.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Routing(new Listeners((namespace, name) ->
                        balancer.filter(found -> found.getMetadata().getName().equals(name))))
                .of(
                        declared.loadBalancers(),
                        new Routing.Whose(
                                OWNER,
                                "production",
                                tags,
                                Optional.ofNullable(declared.formerTags()).orElse(List.of())));
    }

    private static String planned(Ways ways, MemoryRoutes account) {
        Standing standing = stage().stand(site(account), ways.companions(), new Kept(List.of()), kept -> {});
        String plan = standing.done().isEmpty()
                ? "no changes"
                : standing.done().stream().map(step -> step.change().toString()).collect(Collectors.joining("\n"));
        return switch (standing.stop()) {
            case Standing.Stop.None none -> {
                settles(ways, account, standing.kept());
                yield plan;
            }
            case Standing.Stop.Blocked blocked -> plan + "\n" + text(blocked.problem());
            case Standing.Stop.Refused refused -> plan + "\n" + refused.error().getMessage();
            case Standing.Stop.Later later -> throw new AssertionError("tickets are at once");
        };
    }

    private static void settles(Ways ways, MemoryRoutes account, Kept kept) {
        List<String> strangers =
                account.left().stream().filter(name -> !isOnRecord(name, kept)).toList();
        assertThat(stage().stand(site(account), ways.companions(), kept, unused -> {})
                        .done())
                .isEmpty();
        Standing gone = stage().clear(site(account), kept.beyond(List.of()), Standing.start(kept));

        assertThat(gone.stop()).isEqualTo(new Standing.Stop.None());
        assertThat(account.left()).isEqualTo(strangers);
    }

    /** By its id, or by its name, which for a security group is the owner's. */
    private static boolean isOnRecord(String name, Kept kept) {
        return name.equals(Door.groupName(OWNER))
                || kept.companions().stream().anyMatch(known -> name.equals(known.id()) || name.equals(known.name()));
    }

    private static CompanionStage stage() {
        return new CompanionStage(Departures.all(), () -> Instant.EPOCH);
    }

    private static Site site(MemoryRoutes account) {
        Aws aws = Ports.of(account);
        return new Site(aws, new Writes(new AtOnce()).of(SCOPE, "shop/web"), OWNER, Optional.empty());
    }

    private static String text(Problem problem) {
        return "%s %s: %s".formatted(problem.stalled() ? "Stalled" : "Waits", problem.reason(), problem.message());
    }

    /** There is no limit. */
    private static final class AtOnce implements Tickets {
        @Override
        public Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder, int cost) {
            return new Ticket.Granted();
        }

        @Override
        public void throttled(AwsScope scope, Operation operation) {}
    }
}

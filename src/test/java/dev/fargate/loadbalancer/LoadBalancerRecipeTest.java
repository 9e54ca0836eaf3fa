package dev.fargate.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.DeletionPolicy;
import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateLoadBalancerSpec;
import dev.fargate.api.FargateLoadBalancerStatus;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.LoadBalancers;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.environment.EnvironmentOf;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.loadbalancer.MemoryLoadBalancers.Holdings;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The turns of a load balancer, from nothing and back. */
class LoadBalancerRecipeTest {
    private static final Duration CONFIRMATION = Duration.ofSeconds(15);
    private static final String SPEC = """
            environment: production
            loadBalancerName: web
            subnets: [subnet-a, subnet-b]
            allowedSources: [10.0.0.0/8]
            listeners: [{port: 80, protocol: HTTP}]
            """;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final MemoryLoadBalancers balancers = new MemoryLoadBalancers(new Holdings(null, null));
    private final List<String> served = new ArrayList<>();
    private final List<FargateLoadBalancerStatus> journal = new ArrayList<>();
    private final AtomicReference<Resolution<ResolvedEnvironment>> environment = new AtomicReference<>(
            new Resolution.Resolved<>(LoadBalancerPlansTest.environment(LoadBalancerPlansTest.certificates())));
    private final LoadBalancerRecipe recipe = new LoadBalancerRecipe(
            scope -> new Account(balancers).aws(),
            new Writes(new LoadBalancerPlansTest.AtOnce()),
            new Tries(() -> Long.MIN_VALUE),
            new LoadBalancerSettings(
                    "cluster-1",
                    new Given(environment),
                    balancer -> List.copyOf(served),
                    new LoadBalancerSettings.Rhythm(Duration.ofSeconds(15), Duration.ofMinutes(1), CONFIRMATION),
                    (InstantSource) now::get));
    private final FargateLoadBalancer resource = resource();

    @Test
    void it_is_on_record_before_it_is_made_and_ready_once_it_is_active() {
        Turn<FargateLoadBalancerStatus> made = turn();
        assertThat(journal).singleElement().satisfies(status -> {
            assertThat(reason(status)).isEqualTo("Creating");
            assertThat(status.place().accountId()).isEqualTo(Account.ID);
            assertThat(status.vpcId()).isEqualTo(LoadBalancerPlansTest.VPC);
        });
        assertThat(reason(resource.getStatus())).isEqualTo("Provisioning");
        assertThat(made.notices().stream().map(Notice::reason))
                .containsExactly("SecurityGroupCreated", "LoadBalancerCreated", "ListenerCreated");

        balancers.settle();
        assertThat(turn().notices()).isEmpty();
        assertThat(reason(resource.getStatus())).isEqualTo("Active");
        assertThat(resource.getStatus().securityGroupId()).isEqualTo("sg-made");
        assertThat(resource.getStatus().listeners()).hasSize(1);
        assertThat(resource.getStatus().tagKeys()).containsExactly("stage");
        FargateLoadBalancerStatus ready = resource.getStatus();
        assertThat(turn().status()).contains(ready);
    }

    @Test
    void what_is_not_found_is_looked_for_once_more_before_another_is_made() {
        ready();
        balancers.delete(resource.getStatus().arn());

        assertThat(turn().status()).isEmpty();
        assertThat(balancers.named("web")).isEmpty();

        now.updateAndGet(time -> time.plus(CONFIRMATION));
        turn();
        assertThat(balancers.named("web")).isPresent();
    }

    @Test
    void a_group_that_elb_does_not_know_yet_is_waited_for() {
        balancers.refuseGroupOnce();

        assertThat(turn().again()).contains(Duration.ofSeconds(15));
        assertThat(reason(resource.getStatus())).isEqualTo("Creating");
        turn();
        assertThat(reason(resource.getStatus())).isEqualTo("Provisioning");
    }

    @Test
    void what_is_somebody_elses_is_not_shown() {
        balancers.create(new LoadBalancers.Request(
                new LoadBalancers.Fixed("web", "application", "internal", LoadBalancerPlansTest.VPC),
                "ipv4",
                Set.of("subnet-a", "subnet-b"),
                Set.of("sg-theirs"),
                Map.of("owner", "somebody")));
        turn();

        assertThat(reason(resource.getStatus())).isEqualTo("NotOurs");
        assertThat(resource.getStatus().dnsName()).isNull();
        assertThat(resource.getStatus().arn()).isNull();
    }

    @Test
    void subnets_of_two_vpcs_are_refused() {
        resource.setSpec(spec(SPEC.replace("subnet-b", "subnet-far")));
        turn();

        assertThat(reason(resource.getStatus())).isEqualTo("Invalid");
        assertThat(balancers.named("web")).isEmpty();
    }

    @Test
    void what_was_made_is_not_left_behind_by_subnets_of_another_vpc() {
        ready();
        resource.setSpec(spec(SPEC.replace("subnet-a, subnet-b", "subnet-far, subnet-far-b")));
        turn();

        assertThat(reason(resource.getStatus())).isEqualTo("Immutable");
        assertThat(resource.getStatus().vpcId()).isEqualTo(LoadBalancerPlansTest.VPC);
        assertThat(resource.getStatus().securityGroupId()).isEqualTo("sg-made");
    }

    @Test
    void an_environment_that_is_not_ready_is_told_to_a_new_one_only() {
        Resolution<ResolvedEnvironment> usable = environment.get();
        environment.set(new Resolution.Unresolved<>(Problem.waiting("EnvironmentNotReady", "It is not ready.")));
        turn();
        assertThat(reason(resource.getStatus())).isEqualTo("EnvironmentNotReady");

        environment.set(usable);
        ready();
        environment.set(new Resolution.Unresolved<>(Problem.waiting("EnvironmentNotReady", "It is not ready.")));
        assertThat(turn().status()).isEmpty();
    }

    @Test
    void a_deletion_waits_for_those_that_it_serves() {
        ready();
        served.add("shop/web");
        served.add("shop/mail");

        Turn<FargateLoadBalancerStatus> waiting = deletion();
        assertThat(reason(resource.getStatus())).isEqualTo("InUse");
        assertThat(message(resource.getStatus())).contains("shop/web").contains("shop/mail");
        assertThat(waiting.finished()).isFalse();
        assertThat(balancers.named("web")).isPresent();

        served.clear();
        Turn<FargateLoadBalancerStatus> deleted = deletion();
        assertThat(deleted.finished()).isTrue();
        assertThat(deleted.notices().stream().map(Notice::reason))
                .containsExactly("LoadBalancerDeleted", "SecurityGroupDeleted");
        assertThat(balancers.named("web")).isEmpty();
    }

    @Test
    void the_security_group_is_waited_for_until_nothing_is_in_it() {
        ready();
        balancers.keepGroup(true);
        assertThat(deletion().finished()).isFalse();
        assertThat(reason(resource.getStatus())).isEqualTo("Deleting");
        assertThat(balancers.named("web")).isEmpty();

        balancers.keepGroup(false);
        assertThat(deletion().again()).contains(CONFIRMATION);
        now.updateAndGet(time -> time.plus(CONFIRMATION));
        assertThat(deletion().finished()).isTrue();
        assertThat(balancers.named(LoadBalancerPlansTest.VPC, "web")).isEmpty();
    }

    @Test
    void a_security_group_that_stays_in_use_is_for_a_person_to_see_to() {
        ready();
        balancers.keepGroup(true);
        deletion();
        assertThat(deletion().again()).contains(CONFIRMATION);
        now.updateAndGet(time -> time.plus(CONFIRMATION));
        for (int polls = 0; polls < 40; polls++) {
            deletion();
        }

        assertThat(reason(resource.getStatus())).isEqualTo("SecurityGroupInUse");
        assertThat(message(resource.getStatus())).contains("Values=sg-made").contains("ip-permission.group-id");
    }

    @Test
    void what_is_retained_stays_whomever_it_serves() {
        ready();
        served.add("shop/web");
        resource.setSpec(spec(SPEC + "deletionPolicy: " + DeletionPolicy.Retain));

        Turn<FargateLoadBalancerStatus> left = deletion();
        assertThat(left.finished()).isTrue();
        assertThat(left.notices()).singleElement().satisfies(notice -> assertThat(notice.message())
                .contains(resource.getStatus().arn()));
        assertThat(balancers.named("web")).isPresent();
    }

    @Test
    void nothing_is_looked_for_when_nothing_was_ever_made() {
        assertThat(deletion().finished()).isTrue();
    }

    private void ready() {
        turn();
        balancers.settle();
        turn();
        assertThat(Conditions.isTrue(resource.getStatus().conditions(), Conditions.READY))
                .isTrue();
    }

    private Turn<FargateLoadBalancerStatus> turn() {
        return kept(recipe.turn(resource, journal::add));
    }

    private Turn<FargateLoadBalancerStatus> deletion() {
        return kept(recipe.deletion(resource, journal::add));
    }

    private Turn<FargateLoadBalancerStatus> kept(Turn<FargateLoadBalancerStatus> turn) {
        turn.status().ifPresent(resource::setStatus);
        return turn;
    }

    private static String reason(FargateLoadBalancerStatus status) {
        return Conditions.find(status.conditions(), Conditions.READY)
                .map(Condition::getReason)
                .orElseThrow();
    }

    private static String message(FargateLoadBalancerStatus status) {
        return Conditions.find(status.conditions(), Conditions.READY)
                .map(Condition::getMessage)
                .orElseThrow();
    }

    private static FargateLoadBalancer resource() {
        FargateLoadBalancer resource = new FargateLoadBalancer();
        resource.getMetadata().setNamespace("shop");
        resource.getMetadata().setName("web");
        resource.getMetadata().setUid("lb-1");
        resource.getMetadata().setGeneration(1L);
        resource.setSpec(spec(SPEC));
        return resource;
    }

    private static FargateLoadBalancerSpec spec(String yaml) {
        return Serialization.unmarshal(yaml, FargateLoadBalancerSpec.class);
    }

    /** The environment of every name. */
    private record Given(AtomicReference<Resolution<ResolvedEnvironment>> environment) implements EnvironmentOf {
        @Override
        public Resolution<ResolvedEnvironment> of(String name, String namespace) {
            return environment.get();
        }

        @Override
        public AwsScope.Session session(String name) {
            return AwsScope.Session.PLAIN;
        }
    }
}

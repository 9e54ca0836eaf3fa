package dev.fargate.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateLoadBalancerSpec;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.LoadBalancers.Request;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Resolution;
import dev.fargate.loadbalancer.MemoryLoadBalancers.Holdings;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a plan when AWS has changed since the look that it was made of. */
class LoadBalancerApplierTest {
    private static final String SPEC = """
            environment: production
            loadBalancerName: web
            subnets: [subnet-a, subnet-b]
            listeners: [{port: 80, protocol: HTTP}]
            """;

    @Test
    void one_of_the_same_settings_that_somebody_else_has_just_made_is_left_alone() {
        MemoryLoadBalancers account = new MemoryLoadBalancers(new Holdings(null, null));
        DesiredLoadBalancer desired = desired();
        LoadBalancerView before = account.view("web", LoadBalancerPlansTest.VPC);
        Plan<LoadBalancerStep> plan = plan(desired, before);
        String theirs = account.create(
                        new Request(desired.fixed(), "ipv4", desired.subnets(), Set.of("sg-theirs"), Map.of()))
                .arn();

        LoadBalancerApplier.Outcome outcome =
                new LoadBalancerApplier(account, account, LoadBalancerPlansTest.WRITES).apply(plan, before);

        assertThat(outcome.refused()).hasValueSatisfying(error -> {
            assertThat(error.errorClass()).isEqualTo(ErrorClass.CONFLICT);
            assertThat(error).hasMessageContaining(theirs);
        });
        assertThat(account.listeners(theirs)).isEmpty();
        assertThat(account.attributes(theirs)).doesNotContainKey("idle_timeout.timeout_seconds");
    }

    private static DesiredLoadBalancer desired() {
        Resolution<DesiredLoadBalancer> resolution = LoadBalancerResolver.resolve(
                Serialization.unmarshal(SPEC, FargateLoadBalancerSpec.class),
                LoadBalancerPlansTest.OWNER,
                LoadBalancerPlansTest.environment(LoadBalancerPlansTest.certificates()),
                LoadBalancerPlansTest.VPC);
        return ((Resolution.Resolved<DesiredLoadBalancer>) resolution).desired();
    }

    private static Plan<LoadBalancerStep> plan(DesiredLoadBalancer desired, LoadBalancerView view) {
        return ((Resolution.Resolved<Plan<LoadBalancerStep>>) LoadBalancerPlanner.plan(desired, view, List.of()))
                .desired();
    }
}

package dev.fargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.Cost;
import dev.fargate.api.Drift;
import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateProfile;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateService;
import dev.fargate.api.PlannedChange;
import dev.fargate.api.PreflightReport;
import dev.fargate.preview.Preview;
import dev.fargate.preview.Standing;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Cost COST = new Cost("0.02400", "17.52", "USD", "2026-03-01");

    @Test
    void a_plan_reads_as_a_diff_with_what_tasks_will_meet_with_and_what_it_costs_afterwards() {
        Preview preview = new Preview(
                "FargateService",
                "shop/web",
                List.of(
                        new PlannedChange(
                                PlannedChange.Action.REPLACE,
                                "task definition shop_web",
                                List.of(new Drift("containers.web.environment.KEY", "changed", "changed"))),
                        new PlannedChange(
                                PlannedChange.Action.UPDATE,
                                "service shop_web",
                                List.of(new Drift("desiredCount", "3", "2"), new Drift("and 4 more", null, null)))),
                null,
                List.of(
                        new PreflightReport.Problem("Image", true, "ImageNotFound", "There is no web:2."),
                        new PreflightReport.Problem("Role", false, "AccessDenied", "AWS refused iam:GetRole.")),
                List.of("Reachability: ECR by NAT gateway nat-1.", "Secret"),
                COST);

        assertThat(Findings.text(preview)).isEqualTo("""
                        FargateService shop/web: would change
                          ± task definition shop_web
                              containers.web.environment.KEY: changed
                          ~ service shop_web
                              desiredCount: 2 -> 3
                              and 4 more
                          tasks would not start (ImageNotFound): There is no web:2.
                          not known (AccessDenied): AWS refused iam:GetRole.
                          in order: Reachability: ECR by NAT gateway nat-1, Secret
                          cost: 0.02400 USD an hour, 17.52 USD a month, estimated at list prices of 2026-03-01""");
    }

    @Test
    void what_stands_against_a_plan_comes_first() {
        Preview preview = new Preview(
                "FargateService",
                "shop/web",
                List.of(),
                new Preview.Trouble("EnvironmentNotFound", "There is no FargateEnvironment nowhere."),
                List.of(),
                List.of(),
                null);

        assertThat(Findings.text(preview)).isEqualTo("""
                        FargateService shop/web: EnvironmentNotFound
                          There is no FargateEnvironment nowhere.""");
    }

    @Test
    void a_resource_with_a_problem_tells_it_and_why_its_tasks_stopped() {
        FargateService service = Serialization.unmarshal("""
                apiVersion: fargate.dev/v1alpha1
                kind: FargateService
                metadata: {namespace: shop, name: web}
                spec: {environment: production}
                status:
                  conditions:
                    - {type: Ready, status: "False", reason: RolloutFailed, message: It failed., lastTransitionTime: "2026-03-01T12:00:00Z"}
                  problem: {cause: OutOfMemory, since: "2026-03-01T12:00:00Z", message: Take the next size.}
                  stoppedTasks:
                    - {cause: OutOfMemory, at: "2026-03-01T12:00:00Z", count: 3, meaning: It used more than 512 MiB.}
                  drift:
                    - {path: network, desired: subnet-a, live: subnet-b}
                  rightSize: {verdict: Larger, message: cpu 256 with memory 1024 would leave a margin.}
                """, FargateService.class);

        assertThat(Findings.text(Standing.of(service))).isEqualTo("""
                        FargateService shop/web: OutOfMemory since 2026-03-01T12:00:00Z
                          Take the next size.
                          OutOfMemory 3 times, last at 2026-03-01T12:00:00Z: It used more than 512 MiB.
                          drift: network: subnet-b -> subnet-a
                          size: cpu 256 with memory 1024 would leave a margin.""");
    }

    @Test
    void a_profile_tells_how_it_stands_and_what_a_person_changed() {
        FargateProfile profile = Serialization.unmarshal("""
                apiVersion: fargate.dev/v1alpha1
                kind: FargateProfile
                metadata: {name: payments}
                status:
                  conditions:
                    - {type: Ready, status: "True", reason: ProfileActive, message: It is there., lastTransitionTime: "2026-03-01T12:00:00Z"}
                  drift:
                    - {path: tags.team, desired: payments, live: absent}
                """, FargateProfile.class);

        assertThat(Findings.text(Standing.of(profile))).isEqualTo("""
                        FargateProfile payments: ProfileActive, Ready True
                          It is there.
                          drift: tags.team: absent -> payments""");
    }

    @Test
    void endpoints_and_load_balancers_tell_how_they_stand() {
        FargateEndpoints endpoints = Serialization.unmarshal("""
                apiVersion: fargate.dev/v1alpha1
                kind: FargateEndpoints
                metadata: {name: private}
                status:
                  problem: {cause: AccessDenied, since: "2026-03-01T12:00:00Z", message: Grant it.}
                  conditions:
                    - {type: Ready, status: "False", reason: AccessDenied, message: Grant it., lastTransitionTime: "2026-03-01T12:00:00Z"}
                """, FargateEndpoints.class);
        FargateLoadBalancer balancer = Serialization.unmarshal("""
                apiVersion: fargate.dev/v1alpha1
                kind: FargateLoadBalancer
                metadata: {namespace: shop, name: web}
                status:
                  conditions:
                    - {type: Ready, status: "True", reason: Active, message: It is there., lastTransitionTime: "2026-03-01T12:00:00Z"}
                """, FargateLoadBalancer.class);

        assertThat(Findings.text(Standing.of(endpoints))).isEqualTo("""
                        FargateEndpoints private: AccessDenied since 2026-03-01T12:00:00Z
                          Grant it.""");
        assertThat(Findings.text(Standing.of(balancer))).isEqualTo("""
                        FargateLoadBalancer shop/web: Active, Ready True
                          It is there.""");
        assertThat(Kinds.named("fep")).contains(FargateEndpoints.class);
        assertThat(Kinds.named("fargateloadbalancers")).contains(FargateLoadBalancer.class);
    }

    @Test
    void a_schedule_tells_what_a_person_changed() {
        FargateSchedule schedule = Serialization.unmarshal("""
                apiVersion: fargate.dev/v1alpha1
                kind: FargateSchedule
                metadata: {namespace: shop, name: nightly}
                status:
                  conditions:
                    - {type: Ready, status: "True", reason: Scheduled, message: It is there., lastTransitionTime: "2026-03-01T12:00:00Z"}
                  drift:
                    - {path: state, desired: absent, live: DISABLED}
                """, FargateSchedule.class);

        assertThat(Findings.text(Standing.of(schedule))).isEqualTo("""
                        FargateSchedule shop/nightly: Scheduled, Ready True
                          It is there.
                          drift: state: DISABLED -> absent""");
    }
}

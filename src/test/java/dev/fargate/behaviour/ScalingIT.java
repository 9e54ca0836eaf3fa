package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.CompanionKind;
import dev.fargate.api.CompanionStatus;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Match;
import dev.fargate.simulator.fault.Schedule;
import dev.fargate.testing.AutoScaling;
import dev.fargate.testing.CloudWatch;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Application Auto Scaling of services: it comes with the spec, is put back, and goes. */
class ScalingIT {
    private static final String ENVIRONMENT = "scaling";
    private static final String BOUNDS = "  scaling:\n    min: 2\n    max: 4\n";
    private static final String POLICIES = """
                targetTracking:
                  - {name: cpu, predefinedMetricType: ECSServiceAverageCPUUtilization, targetValue: 60}
                scheduledActions:
                  - {name: morning, schedule: cron(0 7 ? * MON-FRI *), timezone: Europe/Berlin, min: 3}
            """;

    private static final String STEP = """
                stepScaling:
                  - name: cpu
                    adjustmentType: ChangeInCapacity
                    stepAdjustments: [{metricIntervalLowerBound: 0, scalingAdjustment: 1}]
                    alarm: {metricName: CPUUtilization, comparisonOperator: GreaterThanThreshold, threshold: 80}
            """;

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Ecs ecs = world.ecs();

    @AutoClose
    private static final AutoScaling scaling = new AutoScaling(world);

    @AutoClose
    private static final CloudWatch alarms = new CloudWatch(world);

    @Test
    void aServiceIsScaledAsItsSpecSaysAndNoTraceOfItStays() {
        String ns = world.namespace("scaled");
        String service = "service/scaling/scaled_web";
        JsonNode before = world.aws().dump().path("moto");
        world.apply(scaled(ns, BOUNDS + POLICIES));
        world.await(
                ns,
                "web",
                "all on record",
                found -> World.isReady(found)
                        && found.getStatus().companions().stream()
                                .map(CompanionStatus::kind)
                                .toList()
                                .equals(List.of(
                                        CompanionKind.ScalableTarget,
                                        CompanionKind.ScalingPolicies,
                                        CompanionKind.ScheduledActions)));

        assertThat(ecs.requests("CreateService", "scaled_web").getFirst().path("desiredCount"))
                .hasToString("2");
        assertThat(scaling.target(service)).hasValueSatisfying(target -> assertThat(target)
                .matches(found -> found.minCapacity() == 2 && found.maxCapacity() == 4));
        assertThat(scaling.policies(service))
                .extracting(ScalingPolicy::policyName)
                .containsExactly("fargate-operator-cpu");
        assertThat(scaling.actions(service))
                .extracting(ScheduledAction::scheduledActionName)
                .containsExactly("fargate-operator-morning");

        scaling.bounds(service, 1, 9);
        scaling.policy(service, "fargate-operator-cpu", 99);
        scaling.policy(service, "theirs", 50);
        world.kubectl().run("annotate", "fsvc", "web", "-n", ns, "fargate.dev/reconcile-at=" + Instant.now());
        world.until(
                "what was changed to be put back",
                () -> scaling.target(service)
                                .filter(target -> target.minCapacity() == 2 && target.maxCapacity() == 4)
                                .isPresent()
                        && scaling.policies(service).stream()
                                .anyMatch(policy -> policy.targetTrackingScalingPolicyConfiguration()
                                                .targetValue()
                                        == 60));

        world.apply(scaled(ns, BOUNDS));
        world.until(
                "the policy and the scheduled action to be gone, but not theirs",
                () -> scaling.policies(service).stream()
                                .map(ScalingPolicy::policyName)
                                .toList()
                                .equals(List.of("theirs"))
                        && scaling.actions(service).isEmpty());

        world.delete(ns, "web");
        world.awaitGone(ns, "web");
        assertThat(world.aws().dump().path("moto")).isEqualTo(before);
        assertThat(world.aws().violations()).isEmpty();
    }

    @Test
    void anAlarmSetsOffAStep() {
        String ns = world.namespace("stepped");
        JsonNode before = world.aws().dump().path("moto");
        world.apply(scaled(ns, BOUNDS + STEP));
        world.await(
                ns,
                "web",
                "scaled",
                found -> World.isReady(found) && found.getStatus().companions().size() == 3);

        ScalingPolicy policy = scaling.policies("service/scaling/stepped_web").getFirst();
        MetricAlarm alarm = alarms.alarms("fargate-operator-stepped_web/").getFirst();
        assertThat(alarm.alarmName()).isEqualTo("fargate-operator-stepped_web/cpu");
        assertThat(alarm.alarmActions()).containsExactly(policy.policyARN());
        assertThat(alarm.dimensions())
                .extracting(Dimension::value)
                .containsExactlyInAnyOrder(ENVIRONMENT, "stepped_web");

        world.apply(
                scaled(
                        ns,
                        BOUNDS
                                + STEP.replace("threshold: 80", "threshold: 70")
                                        .replace(
                                                "metricName: CPUUtilization",
                                                "metricName: Waiting, namespace: shop, dimensions: [{name: Queue, value: orders}]")));
        world.until("another alarm", () -> alarms.alarms("fargate-operator-stepped_web/").stream()
                .anyMatch(found -> found.threshold() == 70
                        && found.dimensions().getFirst().value().equals("orders")));

        world.delete(ns, "web");
        world.awaitGone(ns, "web");
        assertThat(world.aws().dump().path("moto")).isEqualTo(before);
    }

    @Test
    void scalingIsTakenAwayAndTheCountStaysUntilAPersonScales() {
        String ns = world.namespace("scale");
        world.apply(scaled(ns, BOUNDS));
        world.await(
                ns,
                "web",
                "scaled",
                found -> World.isReady(found) && !found.getStatus().companions().isEmpty());
        assertThatThrownBy(() -> world.kubectl().run("scale", "fsvc", "web", "-n", ns, "--replicas=3"))
                .hasMessageContaining("autoscaling owns the count: change scaling.min and scaling.max");

        world.apply(scaled(ns, ""));
        world.until("the scalable target to be gone", () -> scaling.target("service/scaling/scale_web")
                .isEmpty());
        assertThat(ecs.service(ENVIRONMENT, "scale_web").desiredCount()).isEqualTo(2);

        world.kubectl().run("scale", "fsvc", "web", "-n", ns, "--replicas=3");
        world.until(
                "3 to be wanted", () -> ecs.service(ENVIRONMENT, "scale_web").desiredCount() == 3);
    }

    @Test
    void scalingThatAwsRefusesIsToldAndMadeOnceItMayBe() {
        String ns = world.namespace("refused");
        int denied = world.aws()
                .add(new Fault(
                        Match.operation("application-autoscaling", "RegisterScalableTarget")
                                .containing("refused_web"),
                        Schedule.always(),
                        new Effect.Fail(400, "AccessDeniedException", "not authorized to register")));
        world.apply(scaled(ns, BOUNDS));
        world.awaitReason(ns, "web", "AccessDenied");

        world.aws().remove(denied);
        world.kubectl().run("annotate", "fsvc", "web", "-n", ns, "fargate.dev/reconcile-at=" + Instant.now());
        world.awaitReady(ns, "web");
        assertThat(scaling.target("service/scaling/refused_web")).isPresent();
    }

    private static String scaled(String ns, String spec) {
        return shared.service(ns).replace("  desiredCount: 1\n", spec);
    }
}

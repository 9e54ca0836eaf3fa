package dev.fargate.scaling;

import dev.fargate.api.CompanionKind;
import dev.fargate.api.Scaling;
import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;
import dev.fargate.companion.Companion;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Kept;
import dev.fargate.companion.Sight;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** The alarms that set off our step scaling policies of a service: one look tells of all. */
record StepAlarms(String resourceId, Owner owner, List<StepAlarm> alarms) implements Companion {

    public StepAlarms {
        alarms = List.copyOf(alarms);
    }

    /** As the spec asks; empty when it asks for none. */
    static Optional<StepAlarms> of(Scaling scaling, String resourceId, Owner owner) {
        List<StepAlarm> alarms = scaling.stepScaling().stream()
                .map(policy -> StepAlarm.of(policy, resourceId, owner))
                .toList();
        return alarms.isEmpty() ? Optional.empty() : Optional.of(new StepAlarms(resourceId, owner, alarms));
    }

    @Override
    public CompanionKind kind() {
        return CompanionKind.StepAlarms;
    }

    @Override
    public String name() {
        return "alarms";
    }

    @Override
    public Operation look() {
        return Operation.DESCRIBE_ALARMS;
    }

    @Override
    public Sight see(Aws aws, Kept kept) {
        Map<String, String> policies = aws.scalableTargets().policies(resourceId).stream()
                .collect(Collectors.toMap(ScalingPolicy::policyName, ScalingPolicy::policyARN));
        Optional<StepAlarm> early = alarms.stream()
                .filter(alarm -> !policies.containsKey(alarm.policy()))
                .findFirst();
        if (early.isPresent()) {
            return new Sight.Blocked(Problem.waiting(
                    "PolicyNotThereYet",
                    "Scaling policy %s is not shown by AWS yet; its alarm waits for it."
                            .formatted(early.get().policy())));
        }
        List<MetricAlarm> live = aws.alarms().describe(StepAlarm.prefix(owner));
        return live.stream()
                .filter(alarm -> !StepAlarm.isOf(owner, alarm) && isWanted(alarm))
                .findFirst()
                .<Sight>map(foreign -> new Sight.Blocked(Problem.stalled(
                        "NotOurs",
                        "CloudWatch alarm %s was not made for this service (its description is another): delete it or rename the policy."
                                .formatted(foreign.alarmName()))))
                .orElseGet(() -> new Sight.Seen(Optional.of(StepAlarm.prefix(owner)), steps(policies, live)));
    }

    private List<CompanionStep> steps(Map<String, String> policies, List<MetricAlarm> live) {
        List<String> unwanted = live.stream()
                .filter(alarm -> StepAlarm.isOf(owner, alarm) && !isWanted(alarm))
                .map(MetricAlarm::alarmName)
                .toList();
        return Stream.concat(
                        alarms.stream().flatMap(alarm -> put(alarm, policies.get(alarm.policy()), live).stream()),
                        unwanted.isEmpty()
                                ? Stream.<CompanionStep>of()
                                : Stream.<CompanionStep>of(new AlarmStep.Delete(unwanted)))
                .toList();
    }

    private Optional<CompanionStep> put(StepAlarm alarm, String policyArn, List<MetricAlarm> live) {
        Optional<MetricAlarm> same = live.stream()
                .filter(found -> found.alarmName().equals(alarm.name()))
                .findFirst();
        List<Difference> differences = same.map(found -> Members.differences(
                        "scaling.stepScaling[%s].alarm".formatted(alarm.declared()),
                        alarm.request(policyArn),
                        StepAlarm.asked(found)))
                .orElse(List.of());
        return same.isPresent() && differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new AlarmStep.Put(alarm.request(policyArn), owner, same.isEmpty(), differences));
    }

    private boolean isWanted(MetricAlarm live) {
        return alarms.stream().anyMatch(alarm -> alarm.name().equals(live.alarmName()));
    }
}

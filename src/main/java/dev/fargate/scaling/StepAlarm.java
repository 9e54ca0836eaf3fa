package dev.fargate.scaling;

import dev.fargate.api.StepScaling;
import dev.fargate.api.TargetTracking.Statistic;
import dev.fargate.aws.Owner;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/**
 * The alarm of one step scaling policy.
 *
 * @param declared the policy's name in the spec
 * @param template the request, but for what it sets off
 */
record StepAlarm(String declared, PutMetricAlarmRequest template) {
    private static final int MINUTE = 60;

    static StepAlarm of(StepScaling policy, String resourceId, Owner owner) {
        StepScaling.Alarm alarm = policy.alarm();
        return new StepAlarm(
                policy.name(),
                PutMetricAlarmRequest.builder()
                        .alarmName(prefix(owner) + policy.name())
                        .alarmDescription(description(owner))
                        .actionsEnabled(true)
                        .namespace(Objects.requireNonNullElse(alarm.namespace(), "AWS/ECS"))
                        .metricName(alarm.metricName())
                        .dimensions(dimensions(alarm, resourceId))
                        .statistic(Objects.requireNonNullElse(alarm.statistic(), Statistic.Average)
                                .name())
                        .comparisonOperator(alarm.comparisonOperator().name())
                        .threshold(alarm.threshold())
                        .period(Objects.requireNonNullElse(alarm.period(), MINUTE))
                        .evaluationPeriods(Objects.requireNonNullElse(alarm.evaluationPeriods(), 1))
                        .build());
    }

    /** Begins the names of all alarms of a service; no other service's begins so. */
    static String prefix(Owner owner) {
        return "fargate-operator-%s_%s/".formatted(owner.namespace(), owner.name());
    }

    /** Whose it is: a look shows no tags. */
    private static String description(Owner owner) {
        return "Sets off step scaling of %s %s/%s of cluster %s. Made by fargate-operator."
                .formatted(owner.kind(), owner.namespace(), owner.name(), owner.clusterId());
    }

    static boolean isOf(Owner owner, MetricAlarm live) {
        return description(owner).equals(live.alarmDescription());
    }

    String name() {
        return template.alarmName();
    }

    /** What it sets off. */
    String policy() {
        return OwnNames.ofStep(declared);
    }

    PutMetricAlarmRequest request(String policyArn) {
        return template.toBuilder().alarmActions(policyArn).build();
    }

    /** What somebody would have to ask for to get this, tags aside. */
    static PutMetricAlarmRequest asked(MetricAlarm live) {
        return PutMetricAlarmRequest.builder()
                .alarmName(live.alarmName())
                .alarmDescription(live.alarmDescription())
                .actionsEnabled(live.actionsEnabled())
                .alarmActions(live.alarmActions())
                .namespace(live.namespace())
                .metricName(live.metricName())
                .dimensions(sorted(live.dimensions()))
                .statistic(live.statistic())
                .comparisonOperator(live.comparisonOperator())
                .threshold(live.threshold())
                .period(live.period())
                .evaluationPeriods(live.evaluationPeriods())
                .build();
    }

    private static List<Dimension> dimensions(StepScaling.Alarm alarm, String resourceId) {
        String[] service = resourceId.split("/", -1);
        return alarm.dimensions().isEmpty()
                ? List.of(dimension("ClusterName", service[1]), dimension("ServiceName", service[2]))
                : sorted(alarm.dimensions().stream()
                        .map(given -> dimension(given.name(), given.value()))
                        .toList());
    }

    private static List<Dimension> sorted(List<Dimension> dimensions) {
        return dimensions.stream().sorted(Comparator.comparing(Dimension::name)).toList();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}

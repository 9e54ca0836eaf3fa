package dev.fargate.service;

import dev.fargate.aws.Alarms;
import dev.fargate.plans.GoldenCase;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** CloudWatch's alarms for one turn of one service, as the case gives them. */
record MemoryAlarms(GoldenCase golden, MemoryEcs ecs) implements Alarms {

    @Override
    public List<MetricAlarm> describe(String prefix) {
        return ecs.answer("cloudwatch:DescribeAlarms", prefix, () -> golden.readIfThere(
                        "in-alarms.json", DescribeAlarmsResponse.serializableBuilderClass())
                .map(reply -> reply.build().metricAlarms())
                .orElse(List.of()));
    }

    @Override
    public void put(PutMetricAlarmRequest alarm) {
        ecs.answer("cloudwatch:PutMetricAlarm", alarm.alarmName(), () -> true);
    }

    @Override
    public void delete(List<String> names) {
        ecs.answer("cloudwatch:DeleteAlarms", String.join(" ", names), () -> true);
    }
}

package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;
import static dev.fargate.aws.sdk.Calls.found;

import dev.fargate.aws.Alarms;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

record CloudWatchAlarms(Supplier<CloudWatchClient> cloudWatch) implements Alarms {

    @Override
    public List<MetricAlarm> describe(String prefix) {
        return call(
                "cloudwatch:DescribeAlarms",
                () ->
                        cloudWatch
                                .get()
                                .describeAlarmsPaginator(request -> request.alarmNamePrefix(prefix))
                                .metricAlarms()
                                .stream()
                                .toList());
    }

    @Override
    public void put(PutMetricAlarmRequest alarm) {
        call("cloudwatch:PutMetricAlarm", () -> cloudWatch.get().putMetricAlarm(alarm));
    }

    @Override
    public void delete(List<String> names) {
        found("cloudwatch:DeleteAlarms", () -> cloudWatch.get().deleteAlarms(request -> request.alarmNames(names)));
    }
}

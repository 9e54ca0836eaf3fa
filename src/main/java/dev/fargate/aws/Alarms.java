package dev.fargate.aws;

import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** CloudWatch alarms on metrics. */
public interface Alarms {

    /** DescribeAlarms: those whose names begin so. */
    List<MetricAlarm> describe(String prefix);

    /** PutMetricAlarm: makes it, or replaces all but the tags of the one of its name. */
    void put(PutMetricAlarmRequest alarm);

    /** DeleteAlarms; those that are gone are no error. */
    void delete(List<String> names);
}

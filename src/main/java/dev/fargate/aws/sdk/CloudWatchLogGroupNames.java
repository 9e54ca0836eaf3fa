package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.LogGroupNames;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

record CloudWatchLogGroupNames(Supplier<CloudWatchLogsClient> logs) implements LogGroupNames {
    /** Names come sorted, so that the whole name comes before those that it begins (API reference, DescribeLogGroups). */
    @Override
    public boolean exists(String name) {
        return call("logs:DescribeLogGroups", () -> logs.get()
                        .describeLogGroups(
                                request -> request.logGroupNamePrefix(name).limit(1)))
                .logGroups()
                .stream()
                .anyMatch(group -> group.logGroupName().equals(name));
    }
}

package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.LogGroups;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

record CloudWatchLogGroups(Supplier<CloudWatchLogsClient> logs) implements LogGroups {
    private static final String EXISTS = "ResourceAlreadyExistsException";

    @Override
    public void create(String name, OptionalInt retentionInDays, Map<String, String> tags) {
        if (made(name, tags) && retentionInDays.isPresent()) {
            call("logs:PutRetentionPolicy", () -> logs.get().putRetentionPolicy(request -> request.logGroupName(name)
                    .retentionInDays(retentionInDays.getAsInt())));
        }
    }

    private boolean made(String name, Map<String, String> tags) {
        try {
            call("logs:CreateLogGroup", () -> logs.get()
                    .createLogGroup(request -> request.logGroupName(name).tags(tags.isEmpty() ? null : tags)));
            return true;
        } catch (AwsException e) {
            if (e.code().equals(EXISTS)) {
                return false;
            }
            throw e;
        }
    }
}

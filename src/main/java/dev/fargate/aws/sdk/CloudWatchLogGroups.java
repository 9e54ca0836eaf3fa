package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.LogGroups;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

record CloudWatchLogGroups(Supplier<CloudWatchLogsClient> logs) implements LogGroups {
    private static final String EXISTS = "ResourceAlreadyExistsException";
    /** DescribeLogGroups gives the ARN with this end, ListTagsForResource takes it without. */
    private static final String ANY_STREAM = ":*";

    @Override
    public void create(String name, OptionalInt retentionInDays, Map<String, String> tags) {
        boolean made = made(name, tags);
        if (retentionInDays.isPresent() && (made || isUnfinished(name, tags))) {
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

    /** A crash between the two calls leaves a group with our tags that keeps its events for ever. */
    private boolean isUnfinished(String name, Map<String, String> tags) {
        return call("logs:DescribeLogGroups", () -> logs.get()
                        .describeLogGroups(request -> request.logGroupNamePrefix(name)))
                .logGroups()
                .stream()
                .filter(group -> group.logGroupName().equals(name) && group.retentionInDays() == null)
                .anyMatch(group -> tags(group).entrySet().containsAll(tags.entrySet()));
    }

    private Map<String, String> tags(LogGroup group) {
        String arn = group.arn().endsWith(ANY_STREAM)
                ? group.arn().substring(0, group.arn().length() - ANY_STREAM.length())
                : group.arn();
        return call("logs:ListTagsForResource", () -> logs.get()
                        .listTagsForResource(request -> request.resourceArn(arn)))
                .tags();
    }
}

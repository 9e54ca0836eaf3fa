package dev.fargate.aws;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a role says with which EventBridge Scheduler runs the tasks of one family in one cluster, and nothing else. Equal roles give equal
 * texts.
 *
 * @param clusterArn of the cluster; account, region and partition of the schedule are the cluster's
 * @param family of the task definition, every revision of it
 * @param passed ARNs of the roles that tasks get: task and execution role, of the definition and of the overrides
 */
public record SchedulerRole(
        String clusterArn,
        String family,
        Set<String> passed,
        Optional<String> deadLetterQueueArn,
        Optional<String> kmsKeyArn) {
    private static final int PARTITION = 1;
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;

    public SchedulerRole {
        passed = Set.copyOf(passed);
    }

    /**
     * Who may assume it: the scheduler, for this account and group. AWS wants a group here, and refuses a schedule whose role names the
     * schedule itself (EventBridge Scheduler user guide, "Confused deputy prevention").
     */
    public String trust(String group) {
        return """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": {"Service": "scheduler.amazonaws.com"}, "Action": "sts:AssumeRole",
                   "Condition": {"StringEquals": {
                     "aws:SourceAccount": "%s",
                     "aws:SourceArn": "%s"}}}
                ]}""".formatted(part(ACCOUNT), arn("scheduler") + "schedule-group/" + group);
    }

    /** What it may do. */
    public String policy() {
        return Stream.of(run(), tag(), pass(), deadLetters(), decrypt())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(",\n  ", "{\"Version\": \"2012-10-17\", \"Statement\": [\n  ", "\n]}"));
    }

    private Optional<String> run() {
        return Optional.of("""
                {"Effect": "Allow", "Action": "ecs:RunTask", "Resource": "%s",
                   "Condition": {"ArnEquals": {"ecs:cluster": "%s"}}}""".formatted(arn("ecs") + "task-definition/" + family + ":*", clusterArn));
    }

    /** Tags need a right of their own, although a task gets them while it is made. */
    private Optional<String> tag() {
        return Optional.of(
                """
                {"Effect": "Allow", "Action": "ecs:TagResource", "Resource": "%s",
                   "Condition": {"StringEquals": {"ecs:CreateAction": "RunTask"}}}""".formatted(arn("ecs") + "task/" + clusterArn.substring(clusterArn.lastIndexOf('/') + 1) + "/*"));
    }

    private Optional<String> pass() {
        return passed.isEmpty()
                ? Optional.empty()
                : Optional.of("""
                {"Effect": "Allow", "Action": "iam:PassRole", "Resource": %s,
                   "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}""".formatted(new TreeSet<>(passed)
                        .stream().map(role -> "\"" + role + "\"").collect(Collectors.joining(", ", "[", "]"))));
    }

    private Optional<String> deadLetters() {
        return deadLetterQueueArn.map(queue ->
                "{\"Effect\": \"Allow\", \"Action\": \"sqs:SendMessage\", \"Resource\": \"%s\"}".formatted(queue));
    }

    private Optional<String> decrypt() {
        return kmsKeyArn.map(
                key -> "{\"Effect\": \"Allow\", \"Action\": \"kms:Decrypt\", \"Resource\": \"%s\"}".formatted(key));
    }

    private String arn(String service) {
        return "arn:%s:%s:%s:%s:".formatted(part(PARTITION), service, part(REGION), part(ACCOUNT));
    }

    private String part(int index) {
        return List.of(clusterArn.split(":", -1)).get(index);
    }
}

package dev.fargate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchedulerRoleTest {
    private static final String CLUSTER = "arn:aws:ecs:eu-west-1:123456789012:cluster/dev";

    @Test
    void theSchedulerMayAssumeItForTheGroupOfThisAccountOnly() {
        assertThat(role(Set.of()).trust("fargate-c1")).isEqualTo("""
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": {"Service": "scheduler.amazonaws.com"}, "Action": "sts:AssumeRole",
                   "Condition": {"StringEquals": {
                     "aws:SourceAccount": "123456789012",
                     "aws:SourceArn": "arn:aws:scheduler:eu-west-1:123456789012:schedule-group/fargate-c1"}}}
                ]}""");
    }

    @Test
    void itMayRunOneFamilyInOneClusterAndPassTheRolesOfItsTasks() {
        assertThat(role(Set.of("arn:aws:iam::123456789012:role/b", "arn:aws:iam::123456789012:role/a"))
                        .policy())
                .isEqualTo("""
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": "ecs:RunTask", "Resource": "arn:aws:ecs:eu-west-1:123456789012:task-definition/shop_nightly:*",
                   "Condition": {"ArnEquals": {"ecs:cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/dev"}}},
                  {"Effect": "Allow", "Action": "ecs:TagResource", "Resource": "arn:aws:ecs:eu-west-1:123456789012:task/dev/*",
                   "Condition": {"StringEquals": {"ecs:CreateAction": "RunTask"}}},
                  {"Effect": "Allow", "Action": "iam:PassRole", "Resource": ["arn:aws:iam::123456789012:role/a", "arn:aws:iam::123456789012:role/b"],
                   "Condition": {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}}
                ]}""");
    }

    @Test
    void aTaskWithoutRolesPassesNone() {
        assertThat(role(Set.of()).policy()).doesNotContain("PassRole");
    }

    @Test
    void deadLettersAndAKeyAreAllowedWhereTheScheduleHasThem() {
        String policy = new SchedulerRole(
                        CLUSTER,
                        "shop_nightly",
                        Set.of(),
                        Optional.of("arn:aws:sqs:eu-west-1:123456789012:lost"),
                        Optional.of("arn:aws:kms:eu-west-1:123456789012:key/k"))
                .policy();

        assertThat(policy.lines().toList())
                .containsAll(
                        List.of(
                                "  {\"Effect\": \"Allow\", \"Action\": \"sqs:SendMessage\", \"Resource\": \"arn:aws:sqs:eu-west-1:123456789012:lost\"},",
                                "  {\"Effect\": \"Allow\", \"Action\": \"kms:Decrypt\", \"Resource\": \"arn:aws:kms:eu-west-1:123456789012:key/k\"}"));
    }

    private static SchedulerRole role(Set<String> passed) {
        return new SchedulerRole(CLUSTER, "shop_nightly", passed, Optional.empty(), Optional.empty());
    }
}

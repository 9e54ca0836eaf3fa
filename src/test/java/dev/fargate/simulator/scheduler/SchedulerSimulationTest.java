package dev.fargate.simulator.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchedulerSimulationTest {
    private final VirtualScheduler aws = new VirtualScheduler();

    @Test
    void aScheduleRunsAtEachOfItsTimes() {
        aws.create("cron(0 2 * * ? *)", "");

        aws.pass(Duration.ofDays(3));

        assertThat(aws.started)
                .containsExactly(times("2026-01-01T02:00:00Z", "2026-01-02T02:00:00Z", "2026-01-03T02:00:00Z"));
    }

    @Test
    void tasksAreAskedForInEcsWordsAndSayWhoStartedThem() {
        aws.call(
                "CreateSchedule",
                "{'Name':'a-name-that-is-longer-than-ecs-shows','ScheduleExpression':'at(2026-01-01T01:00:00)',"
                        + "'FlexibleTimeWindow':{'Mode':'OFF'},'Target':{'Arn':'cluster','RoleArn':'"
                        + VirtualScheduler.ROLE + "',"
                        + "'Input':'{\\\"containerOverrides\\\":[{\\\"name\\\":\\\"<aws.scheduler.scheduled-time>\\\"}]}',"
                        + "'EcsParameters':{'TaskDefinitionArn':'batch:1','TaskCount':2,'LaunchType':'FARGATE','PropagateTags':'TASK_DEFINITION',"
                        + "'Tags':[{'key':'team','value':'red'}],'NetworkConfiguration':{'awsvpcConfiguration':"
                        + "{'Subnets':['subnet-a'],'AssignPublicIp':'ENABLED'}}}}}");

        aws.pass(Duration.ofHours(1));

        assertThat(aws.requests)
                .containsExactly(VirtualScheduler.json("{'cluster':'cluster','taskDefinition':'batch:1','count':2,"
                        + "'launchType':'FARGATE','propagateTags':'TASK_DEFINITION','tags':[{'key':'team','value':'red'}],"
                        + "'networkConfiguration':{'awsvpcConfiguration':{'subnets':['subnet-a'],'assignPublicIp':'ENABLED'}},"
                        + "'overrides':{'containerOverrides':[{'name':'2026-01-01T01:00:00Z'}]},"
                        + "'startedBy':'chronos-schedule/a-name-that-is-long'}"));
    }

    @Test
    void aRateWithoutAStartBeginsAtOnce() {
        aws.create("rate(6 hours)", "");

        aws.pass(Duration.ofHours(12));

        assertThat(aws.started)
                .containsExactly(times("2026-01-01T00:00:00Z", "2026-01-01T06:00:00Z", "2026-01-01T12:00:00Z"));
    }

    @Test
    void nothingRunsBeforeTheStartAndAfterTheEnd() {
        long start = Instant.parse("2026-01-02T00:00:00Z").getEpochSecond();
        long end = Instant.parse("2026-01-03T03:00:00Z").getEpochSecond();
        aws.create("cron(0 2 * * ? *)", ",'StartDate':" + start + ",'EndDate':" + end);

        aws.pass(Duration.ofDays(9));

        assertThat(aws.started).containsExactly(times("2026-01-02T02:00:00Z", "2026-01-03T02:00:00Z"));
    }

    @Test
    void whatWasDueWhileItWasDisabledIsNotMadeUpFor() {
        aws.create("cron(0 2 * * ? *)", ",'State':'DISABLED'");
        aws.pass(Duration.ofDays(2));

        aws.call("UpdateSchedule", VirtualScheduler.schedule("cron(0 2 * * ? *)", VirtualScheduler.target(""), ""));
        aws.pass(Duration.ofDays(1));

        assertThat(aws.started).containsExactly(times("2026-01-03T02:00:00Z"));
    }

    @Test
    void aFlexibleWindowMovesARunWithinItAndAlwaysEquallyFar() {
        aws.call(
                "CreateSchedule",
                VirtualScheduler.schedule("cron(0 2 * * ? *)", VirtualScheduler.target(""), "")
                        .replace("'OFF'", "'FLEXIBLE','MaximumWindowInMinutes':60"));

        aws.pass(Duration.ofDays(2));

        assertThat(aws.started).hasSize(2).allSatisfy(at -> assertThat(at.getEpochSecond() % 86_400)
                .isBetween(7_200L, 10_800L)
                .isEqualTo(aws.started.getFirst().getEpochSecond() % 86_400));
    }

    @Test
    void aStartThatFailsIsTriedAgain() {
        aws.create("at(2026-01-01T02:00:00)", "");
        aws.trouble(Optional.of(new AwsFault(400, "ThrottlingException", "Rate exceeded")));
        aws.pass(Duration.ofHours(2));
        aws.trouble(Optional.empty());

        aws.pass(Duration.ofMinutes(1));

        assertThat(aws.started).containsExactly(times("2026-01-01T02:00:30Z"));
    }

    @Test
    void aStartThatGoesOnFailingBecomesADeadLetter() {
        aws.trouble(Optional.of(new AwsFault(400, "ClientException", "TaskDefinition is inactive")));
        aws.call(
                "CreateSchedule",
                VirtualScheduler.schedule(
                        "at(2026-01-01T02:00:00)",
                        VirtualScheduler.target(",'DeadLetterConfig':{'Arn':'arn:aws:sqs:eu-west-1:111122223333:lost'},"
                                + "'RetryPolicy':{'MaximumRetryAttempts':2}"),
                        ""));

        aws.pass(Duration.ofDays(1));

        assertThat(aws.requests).hasSize(3);
        assertThat(aws.letters).singleElement().satisfies(letter -> {
            assertThat(letter.path("queue").asText()).endsWith(":lost");
            assertThat(letter.path("ERROR_CODE").asText()).isEqualTo("ClientException");
            assertThat(letter.path("SCHEDULED_TIME").asText()).isEqualTo("2026-01-01T02:00:00Z");
            assertThat(letter.path("EXHAUSTED_RETRY_CONDITION").asText()).isEqualTo("MaximumRetryAttempts");
        });
    }

    @Test
    void aScheduleThatIsToBeDeletedIsGoneAfterItsLastRun() {
        aws.create("at(2026-01-01T02:00:00)", ",'ActionAfterCompletion':'DELETE'");
        aws.pass(Duration.ofHours(1));
        assertThat(aws.dump()).isNotEmpty();

        aws.pass(Duration.ofHours(1));

        assertThat(aws.started).hasSize(1);
        assertThat(aws.dump()).isEmpty();
    }

    @Test
    void anUpdateSetsWhatIsLeftOutBackToItsDefault() {
        aws.create(
                "cron(0 2 * * ? *)",
                ",'Description':'ours','State':'DISABLED','ScheduleExpressionTimezone':'Asia/Tokyo'");

        aws.call("UpdateSchedule", VirtualScheduler.schedule("cron(0 3 * * ? *)", VirtualScheduler.target(""), ""));

        ObjectNode live = aws.call("GetSchedule", "{'Name':'nightly'}");
        assertThat(live.has("Description")).isFalse();
        assertThat(live.path("State").asText()).isEqualTo("ENABLED");
        assertThat(live.path("ScheduleExpressionTimezone").asText()).isEqualTo("UTC");
        assertThat(live.path("Target")
                        .path("RetryPolicy")
                        .path("MaximumRetryAttempts")
                        .asInt())
                .isEqualTo(185);
    }

    @Test
    void theSameClientTokenMakesNothingTwice() {
        String first = aws.create("rate(1 day)", ",'ClientToken':'t'").toString();

        assertThat(aws.create("rate(1 day)", ",'ClientToken':'t'")).hasToString(first);
        refused("ConflictException", () -> aws.create("rate(2 days)", ",'ClientToken':'t'"));
        refused("ConflictException", () -> aws.create("rate(1 day)", ",'ClientToken':'u'"));
    }

    @Test
    void aGroupIsDeletedWithItsSchedulesAndItsNameIsTakenMeanwhile() {
        aws.call("CreateScheduleGroup", "{'Name':'ours','Tags':[{'Key':'team','Value':'red'}]}");
        aws.create("rate(1 day)", ",'GroupName':'ours'");
        aws.call("DeleteScheduleGroup", "{'Name':'ours'}");

        assertThat(aws.call("GetScheduleGroup", "{'Name':'ours'}").path("State").asText())
                .isEqualTo("DELETING");
        refused("ConflictException", () -> aws.call("CreateScheduleGroup", "{'Name':'ours'}"));
        refused("ConflictException", () -> aws.create("rate(1 day)", ",'GroupName':'ours'"));

        aws.pass(Duration.ofSeconds(10));
        refused("ResourceNotFoundException", () -> aws.call("GetScheduleGroup", "{'Name':'ours'}"));
        assertThat(aws.dump()).isEmpty();
    }

    @Test
    void aListingOfAGroupHasPages() {
        aws.call("CreateScheduleGroup", "{'Name':'ours'}");
        aws.create("rate(1 day)", "");
        for (String name : List.of("a", "b", "c")) {
            aws.call(
                    "CreateSchedule",
                    VirtualScheduler.schedule("rate(1 day)", VirtualScheduler.target(""), ",'GroupName':'ours'")
                            .replace("nightly", name));
        }

        var first = aws.call("ListSchedules", "{'GroupName':'ours','MaxResults':2}");
        var second = aws.call(
                "ListSchedules", "{'GroupName':'ours','MaxResults':2,'NextToken':" + first.path("NextToken") + "}");

        assertThat(first.path("Schedules")).hasSize(2);
        assertThat(second.path("Schedules")).hasSize(1);
        assertThat(second.has("NextToken")).isFalse();
    }

    @Test
    void whatAwsRefusesIsRefused() {
        refused("ValidationException", () -> aws.create("cron(0 2 * * * *)", ""));
        refused("ValidationException", () -> aws.create("rate(1 day)", ",'StartDate':" + 0));
        refused(
                "ValidationException",
                () -> aws.call(
                        "CreateSchedule",
                        VirtualScheduler.schedule("rate(1 day)", VirtualScheduler.target(""), "")
                                .replace(VirtualScheduler.ROLE, "arn:aws:iam::111122223333:role/gone")));
        refused(
                "ValidationException",
                () -> aws.call(
                        "CreateSchedule",
                        VirtualScheduler.schedule("rate(1 day)", VirtualScheduler.target(""), "")
                                .replace("'LaunchType'", "'TaskCount':11,'LaunchType'")));
        refused("ResourceNotFoundException", () -> aws.create("rate(1 day)", ",'GroupName':'gone'"));
        refused("ResourceNotFoundException", () -> aws.call("DeleteSchedule", "{'Name':'gone'}"));
    }

    private static Instant[] times(String... times) {
        return List.of(times).stream().map(Instant::parse).toArray(Instant[]::new);
    }

    private static void refused(String code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(AwsFault.class, fault -> assertThat(fault.code())
                .isEqualTo(code));
    }
}

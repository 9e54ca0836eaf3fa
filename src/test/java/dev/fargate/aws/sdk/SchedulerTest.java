package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.Schedules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleRequest;

class SchedulerTest {
    @AutoClose
    private final AnsweringAws aws = new AnsweringAws();

    @Test
    void anUpdateSendsEveryFieldButTheClientTokenOfTheCreation() {
        CreateScheduleRequest whole = CreateScheduleRequest.builder()
                .groupName("g")
                .name("n")
                .clientToken("t")
                .description("d")
                .state("DISABLED")
                .scheduleExpression("rate(1 hour)")
                .scheduleExpressionTimezone("Europe/Berlin")
                .startDate(Instant.EPOCH)
                .endDate(Instant.EPOCH.plusSeconds(60))
                .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                .actionAfterCompletion("DELETE")
                .kmsKeyArn("k")
                .target(target -> target.arn("a"))
                .build();

        UpdateScheduleRequest update = SchedulerSchedules.whole(whole);

        assertThat(whole.sdkFields()).allSatisfy(field -> assertThat(field.getValueOrDefault(whole))
                .as("%s is set above", field.memberName())
                .isNotNull());
        assertThat(update.sdkFields())
                .filteredOn(field -> !field.memberName().equals("ClientToken"))
                .allSatisfy(field -> assertThat(field.getValueOrDefault(update))
                        .as(field.memberName())
                        .isEqualTo(value(whole, field.memberName())));
        assertThat(update.clientToken()).isNull();
    }

    private static Object value(CreateScheduleRequest request, String member) {
        return request.sdkFields().stream()
                .filter(field -> field.memberName().equals(member))
                .map(field -> ((SdkField<?>) field).getValueOrDefault(request))
                .findFirst()
                .orElse(null);
    }

    @Test
    void aListingHasAllPages() {
        aws.endpoint().answer("GET /schedules?ScheduleGroup=g&MaxResults=100", 200, """
                {"Schedules": [{"Name": "a", "State": "ENABLED", "LastModificationDate": 1.5, "Target": {"Arn": "x"}}],
                 "NextToken": "more"}""");
        aws.endpoint().answer("GET /schedules?ScheduleGroup=g&MaxResults=100&NextToken=more", 200, """
                {"Schedules": [{"Name": "b", "State": "DISABLED", "LastModificationDate": 2, "Target": {"Arn": "x"}}]}""");

        assertThat(aws.own().schedules().list("g"))
                .containsExactly(
                        new Schedules.Summary("a", Instant.ofEpochMilli(1_500), true),
                        new Schedules.Summary("b", Instant.ofEpochMilli(2_000), false));
    }

    @Test
    void whatDoesNotExistIsEmpty() {
        missing("GET /schedules/n?groupName=g");
        missing("GET /schedules?ScheduleGroup=g&MaxResults=100");
        missing("GET /schedule-groups/g");

        assertThat(aws.own().schedules().describe("g", "n")).isEmpty();
        assertThat(aws.own().schedules().list("g")).isEmpty();
        assertThat(aws.own().scheduleGroups().describe("g")).isEmpty();
    }

    private void missing(String operation) {
        aws.endpoint()
                .answer(
                        operation,
                        404,
                        "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"Schedule group g does not exist.\"}");
    }

    @Test
    void aGroupIsMadeWithItsTagsInTheOrderOfTheirKeys() {
        aws.endpoint().answer("POST /schedule-groups/g", 200, "{\"ScheduleGroupArn\": \"arn:g\"}");

        assertThat(aws.own().scheduleGroups().create("g", Map.of("b", "2", "a", "1"), "token"))
                .isEqualTo("arn:g");

        assertThat(aws.endpoint().requests.getLast().body())
                .isEqualTo(
                        "{\"ClientToken\":\"token\",\"Tags\":[{\"Key\":\"a\",\"Value\":\"1\"},{\"Key\":\"b\",\"Value\":\"2\"}]}");
    }

    @Test
    void aGroupThatIsBeingDeletedSaysSo() {
        aws.endpoint().answer("GET /schedule-groups/g", 200, "{\"Arn\": \"arn:g\", \"State\": \"DELETING\"}");

        assertThat(aws.own().scheduleGroups().describe("g").orElseThrow().deleting())
                .isTrue();
    }

    @Test
    void startedByHasSoMuchOfTheNameAsEcsShows() {
        assertThat(List.of(Schedules.startedBy("nightly"), Schedules.startedBy("a-name-that-is-longer-than-that")))
                .containsExactly("chronos-schedule/nightly", "chronos-schedule/a-name-that-is-long");
    }
}

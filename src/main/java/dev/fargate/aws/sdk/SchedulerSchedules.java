package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;
import static dev.fargate.aws.sdk.Calls.found;

import dev.fargate.aws.Schedules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ListSchedulesResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleRequest;

record SchedulerSchedules(Supplier<SchedulerClient> scheduler) implements Schedules {

    @Override
    public Optional<GetScheduleResponse> describe(String group, String name) {
        return found("scheduler:GetSchedule", () -> scheduler.get().getSchedule(request -> request.groupName(group)
                .name(name)));
    }

    @Override
    public List<Summary> list(String group) {
        List<Summary> all = new ArrayList<>();
        Optional<ListSchedulesResponse> page = page(group, null);
        while (page.isPresent()) {
            page.get().schedules().stream().map(SchedulerSchedules::summary).forEach(all::add);
            String next = page.get().nextToken();
            page = next == null ? Optional.empty() : page(group, next);
        }
        return all;
    }

    private Optional<ListSchedulesResponse> page(String group, String from) {
        return found("scheduler:ListSchedules", () -> scheduler.get().listSchedules(request -> request.groupName(group)
                .maxResults(PAGE)
                .nextToken(from)));
    }

    private static Summary summary(ScheduleSummary schedule) {
        return new Summary(schedule.name(), schedule.lastModificationDate(), schedule.state() == ScheduleState.ENABLED);
    }

    @Override
    public void create(CreateScheduleRequest schedule) {
        call("scheduler:CreateSchedule", () -> scheduler.get().createSchedule(schedule));
    }

    @Override
    public void update(CreateScheduleRequest schedule) {
        call("scheduler:UpdateSchedule", () -> scheduler.get().updateSchedule(whole(schedule)));
    }

    /** Everything but the client token. */
    static UpdateScheduleRequest whole(CreateScheduleRequest schedule) {
        return UpdateScheduleRequest.builder()
                .groupName(schedule.groupName())
                .name(schedule.name())
                .description(schedule.description())
                .state(schedule.state())
                .scheduleExpression(schedule.scheduleExpression())
                .scheduleExpressionTimezone(schedule.scheduleExpressionTimezone())
                .startDate(schedule.startDate())
                .endDate(schedule.endDate())
                .flexibleTimeWindow(schedule.flexibleTimeWindow())
                .actionAfterCompletion(schedule.actionAfterCompletion())
                .kmsKeyArn(schedule.kmsKeyArn())
                .target(schedule.target())
                .build();
    }

    @Override
    public void delete(String group, String name) {
        call("scheduler:DeleteSchedule", () -> scheduler.get().deleteSchedule(request -> request.groupName(group)
                .name(name)));
    }
}

package dev.fargate.scaling;

import dev.fargate.api.CompanionStatus;
import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Departure;
import dev.fargate.companion.Sight;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** The service is to have no alarms of ours that set off step scaling. */
final class StepAlarmsEnd implements Departure {

    @Override
    public Operation look() {
        return Operation.DESCRIBE_ALARMS;
    }

    @Override
    public Sight see(Aws aws, Owner owner, CompanionStatus leaving) {
        // Without an id they were never looked at, and so never made.
        List<String> own = Optional.ofNullable(leaving.id()).stream()
                .flatMap(prefix -> aws.alarms().describe(prefix).stream())
                .filter(alarm -> StepAlarm.isOf(owner, alarm))
                .map(MetricAlarm::alarmName)
                .toList();
        return new Sight.Seen(
                Optional.ofNullable(leaving.id()),
                own.isEmpty() ? List.<CompanionStep>of() : List.of(new AlarmStep.Delete(own)));
    }
}

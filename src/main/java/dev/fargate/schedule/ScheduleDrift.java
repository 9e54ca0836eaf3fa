package dev.fargate.schedule;

import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Notice;
import dev.fargate.turn.KnownDrift;
import dev.fargate.turn.PlannedChanges;
import dev.fargate.turn.Tolerance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What EventBridge Scheduler holds otherwise than the spec asks, and what stays so, with driftPolicy Report. Pure.
 *
 * @param settings hash of those that can drift, as they are asked for
 */
record ScheduleDrift(List<Difference> differences, Optional<String> settings) {
    static final ScheduleDrift NONE = new ScheduleDrift(List.of(), Optional.empty());

    static ScheduleDrift of(SchedulerRequests requests, List<Difference> differences, FargateScheduleStatus status) {
        if (!requests.tolerance().reports()) {
            return NONE;
        }
        String settings = requests.settingsHash();
        if (status == null) {
            return new ScheduleDrift(List.of(), Optional.of(settings));
        }
        KnownDrift known = KnownDrift.of(settings, status.applied(), status.drift());
        Set<SchedulerSetting> edited = differences.stream()
                .filter(difference -> !known.isDrift(difference))
                .flatMap(difference -> SchedulerSetting.at(difference.path()).stream())
                .collect(Collectors.toSet());
        return new ScheduleDrift(
                differences.stream()
                        .filter(difference -> SchedulerSetting.at(difference.path())
                                .filter(setting -> !edited.contains(setting))
                                .isPresent())
                        .toList(),
                Optional.of(settings));
    }

    Tolerance spared(Tolerance tolerance) {
        return tolerance.staying(differences.stream()
                .flatMap(difference -> SchedulerSetting.at(difference.path()).stream())
                .map(SchedulerSetting::field)
                .collect(Collectors.toSet()));
    }

    /** The status of a schedule that was given all else. */
    FargateScheduleStatus on(FargateScheduleStatus status) {
        return settings.map(hash -> status.with(PlannedChanges.drift(differences), hash))
                .orElse(status);
    }

    Optional<Notice> news(FargateScheduleStatus before) {
        return KnownDrift.news("schedule", differences, before == null ? List.of() : before.drift());
    }
}

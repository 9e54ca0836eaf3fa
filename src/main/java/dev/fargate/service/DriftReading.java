package dev.fargate.service;

import dev.fargate.api.Drift;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.aws.SdkTags;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Notice;
import dev.fargate.turn.KnownDrift;
import dev.fargate.turn.PlannedChanges;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * What of a service differs from what the spec asks, and stays so, with driftPolicy Report. Pure.
 *
 * @param differences that stay
 */
record DriftReading(List<Difference> differences) {
    static final DriftReading NONE = new DriftReading(List.of());

    static DriftReading of(DesiredService desired, Memory memory, FargateServiceStatus status, Service live) {
        Map<String, String> tags = SdkTags.map(live.tags());
        if (!desired.settings().tolerance().reports()
                || status == null
                || !desired.owner().owns(tags)) {
            return NONE;
        }
        KnownDrift known = KnownDrift.of(desired.settingsHash(), status.applied(), status.drift());
        Stream<Difference> fields =
                ServiceDifferences.between(desired, memory.revisions().arn().orElse(live.taskDefinition()), live)
                        .stream()
                        .filter(field -> !field.rolls()
                                || mayDrift(
                                        desired,
                                        memory,
                                        known.shown()
                                                .containsKey(field.difference().path())))
                        .map(ServiceField::difference);
        TagChange change = TagChange.between(tags, desired.tags(), memory.tagKeys())
                .without(desired.settings().tolerance().tagKeys());
        return new DriftReading(Stream.concat(fields, KnownDrift.ofTags(tags, change))
                .filter(known::isDrift)
                .toList());
    }

    DesiredService spared(DesiredService desired) {
        return desired.tolerating(desired.settings()
                .tolerance()
                .staying(differences.stream().map(Difference::path).collect(Collectors.toSet())));
    }

    List<Drift> shown() {
        return PlannedChanges.drift(differences);
    }

    /** Told when something drifts that did not before. */
    Optional<Notice> news(FargateServiceStatus before) {
        return KnownDrift.news("service", differences, before == null ? List.of() : before.drift());
    }

    /** While a rollout of ours is under way or has failed, it is ECS that goes back, and nobody's drift. */
    private static boolean mayDrift(DesiredService desired, Memory memory, boolean shown) {
        return memory.rollout()
                .filter(rollout -> !desired.rolloutHash().equals(rollout.failed()))
                .filter(rollout -> shown || rollout.state() == RolloutState.COMPLETED)
                .isPresent();
    }
}

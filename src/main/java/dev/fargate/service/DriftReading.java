package dev.fargate.service;

import dev.fargate.api.Drift;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.aws.Owner;
import dev.fargate.aws.SdkTags;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Notice;
import dev.fargate.turn.PlannedChanges;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * With driftPolicy Report: tells what somebody else changed from what the spec has new. A difference is drift if the settings that are
 * asked for are those that were put last ({@code status.applied}), or if it was shown as drift already and the spec asks the same of that
 * field as it did then; all else is an edit. Pure.
 *
 * @param differences that stay
 */
record DriftReading(List<Difference> differences) {
    static final DriftReading NONE = new DriftReading(List.of());

    private static final String CUT = "…";

    static DriftReading of(DesiredService desired, Memory memory, FargateServiceStatus status, Service live) {
        Map<String, String> tags = SdkTags.map(live.tags());
        if (!desired.settings().tolerance().reports()
                || status == null
                || !desired.owner().owns(tags)) {
            return NONE;
        }
        boolean settled = desired.settingsHash().equals(status.applied());
        // Before anything was put under this policy, what is shown are edits that AWS refused.
        Map<String, Drift> shown = status.applied() == null
                ? Map.of()
                : status.drift().stream()
                        .collect(Collectors.toMap(Drift::path, Function.identity(), (one, two) -> one));
        Stream<Difference> fields =
                ServiceDifferences.between(desired, memory.revisions().arn().orElse(live.taskDefinition()), live)
                        .stream()
                        .filter(field -> !field.rolls()
                                || mayDrift(
                                        desired,
                                        memory,
                                        shown.containsKey(field.difference().path())))
                        .map(ServiceField::difference);
        TagChange change = TagChange.between(tags, desired.tags(), memory.tagKeys())
                .without(desired.settings().tolerance().tagKeys());
        Stream<Difference> ofTags = change.put().entrySet().stream()
                .filter(tag -> !Owner.isOurs(tag.getKey()))
                .map(tag -> new Difference(
                        Tolerance.tag(tag.getKey()),
                        tag.getValue(),
                        Optional.ofNullable(tags.get(tag.getKey())).orElse("absent")));
        return new DriftReading(Stream.concat(fields, ofTags)
                .filter(difference -> settled || isAsShown(difference, shown.get(difference.path())))
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
        List<Drift> shown = shown();
        return shown.isEmpty() || (before != null && before.drift().equals(shown))
                ? Optional.empty()
                : Optional.of(Notice.warning(
                        "Drifted",
                        "Somebody else changed the service in AWS, which driftPolicy Report leaves so: %s. To put it back, set driftPolicy Enforce."
                                .formatted(differences.stream()
                                        .map(difference -> "%s is %s instead of %s"
                                                .formatted(difference.path(), difference.live(), difference.desired()))
                                        .collect(Collectors.joining("; ")))));
    }

    /** While a rollout of ours is under way or has failed, it is ECS that goes back, and nobody's drift. */
    private static boolean mayDrift(DesiredService desired, Memory memory, boolean shown) {
        return memory.rollout()
                .filter(rollout -> !desired.rolloutHash().equals(rollout.failed()))
                .filter(rollout -> shown || rollout.state() == RolloutState.COMPLETED)
                .isPresent();
    }

    /** A value that was cut says too little: then the spec wins. */
    private static boolean isAsShown(Difference difference, Drift shown) {
        return shown != null
                && difference.desired().equals(shown.desired())
                && !shown.desired().endsWith(CUT);
    }
}

package dev.fargate.profile;

import dev.fargate.api.FargateProfileStatus;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Notice;
import dev.fargate.turn.KnownDrift;
import dev.fargate.turn.PlannedChanges;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tags of a profile that differ from what the spec asks, and stay so, with driftPolicy Report: nothing else of it can be changed. Pure. */
record ProfileDrift(List<Difference> differences) {
    private static final ProfileDrift NONE = new ProfileDrift(List.of());

    static ProfileDrift of(
            DesiredProfile desired, FargateProfileStatus status, ProfileMemory memory, ProfileView view) {
        return ProfileChoice.of(desired, view)
                .home()
                .filter(_ -> desired.tolerance().reports() && status != null)
                .filter(home -> desired.owner().owns(home.tags()))
                .map(home -> {
                    KnownDrift known = KnownDrift.of(desired.settingsHash(), status.applied(), status.drift());
                    TagChange change = TagChange.between(home.tags(), desired.tags(), memory.tagKeys())
                            .without(desired.tolerance().tagKeys());
                    return new ProfileDrift(KnownDrift.ofTags(home.tags(), change)
                            .filter(known::isDrift)
                            .toList());
                })
                .orElse(NONE);
    }

    DesiredProfile spared(DesiredProfile desired) {
        return desired.tolerating(desired.tolerance()
                .staying(differences.stream().map(Difference::path).collect(Collectors.toSet())));
    }

    /** The status of a resource whose profile was given all else. */
    FargateProfileStatus on(FargateProfileStatus status, DesiredProfile desired) {
        return desired.tolerance().reports()
                ? status.with(PlannedChanges.drift(differences), desired.settingsHash())
                : status;
    }

    Optional<Notice> news(FargateProfileStatus before) {
        return KnownDrift.news("profile", differences, before == null ? List.of() : before.drift());
    }
}

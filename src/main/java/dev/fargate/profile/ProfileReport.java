package dev.fargate.profile;

import dev.fargate.api.Api;
import dev.fargate.api.DriftPolicy;
import dev.fargate.api.FargateProfile;
import dev.fargate.api.FargateProfileStatus;
import dev.fargate.api.FargateProfileStatus.Queue;
import dev.fargate.api.PlannedChange;
import dev.fargate.aws.Profiles.Profile;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.turn.PlannedChanges;
import dev.fargate.turn.ProblemReports;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells the truth about a profile. Pure. */
record ProfileReport(FargateProfile resource, Instant now) {
    private static final String SHARED = "SelectorsShared";
    private static final int NAMES_SHOWN = 3;

    /** AWS holds what the spec asks for. */
    FargateProfileStatus ready(DesiredProfile desired, ProfileView view, Known known) {
        Conditions conditions = conditions()
                .ready(
                        "Active",
                        "Profile %s in cluster %s is ACTIVE."
                                .formatted(
                                        known.profile()
                                                .map(FargateProfileStatus.Profile::name)
                                                .orElse(desired.name()),
                                        desired.cluster()));
        return status(withShared(conditions, desired, view), known, Optional.empty(), List.of());
    }

    /** EKS is at work, or is about to be. */
    FargateProfileStatus working(String reason, String message, Known known) {
        return status(conditions().reconciling(reason, message), known, Optional.empty(), List.of());
    }

    /** Others are before it. */
    FargateProfileStatus queued(ProfileStep step, ClusterQueue.Standing standing, String waitingFor, Known known) {
        return queued(
                "To do: %s."
                        .formatted(step.change().toString().lines().findFirst().orElse("")),
                standing,
                waitingFor,
                known);
    }

    /** The same while nothing was looked at. */
    FargateProfileStatus stillQueued(ClusterQueue.Standing standing, Known known) {
        String before = Conditions.find(earlier(), Conditions.READY)
                .map(condition -> condition.getMessage())
                .orElse("");
        int todo = before.indexOf("To do: ");
        return queued(todo < 0 ? "" : before.substring(todo), standing, standing.first(), known);
    }

    private FargateProfileStatus queued(String todo, ClusterQueue.Standing standing, String waitingFor, Known known) {
        String message = standing.mayBegin()
                ? "EKS takes one operation at a time in a cluster and is busy with another's: %s. It is tried again. %s"
                        .formatted(withoutStop(waitingFor), todo)
                : "EKS takes one operation at a time in a cluster: %d before this one, now FargateProfile %s. %s"
                        .formatted(standing.position(), standing.first(), todo);
        return status(
                conditions().reconciling(standing.mayBegin() ? "ClusterBusy" : "Queued", message.strip()),
                known,
                Optional.of(new Queue(
                        standing.position(), waitingFor, standing.since().toString())),
                List.of());
    }

    private static String withoutStop(String words) {
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    /** What would be done, and nothing is. */
    FargateProfileStatus observing(
            DesiredProfile desired, ProfileView view, Plan<ProfileStep> plan, Known known, ProfileDrift drift) {
        Conditions observing = conditions().observing(plan, !drift.differences().isEmpty());
        return drift.observedOn(
                status(withShared(observing, desired, view), known, Optional.empty(), PlannedChanges.of(plan)),
                desired);
    }

    FargateProfileStatus paused(Known known) {
        return status(conditions().paused(), known, Optional.empty(), List.of());
    }

    FargateProfileStatus pausedDeletion(Known known) {
        return status(conditions().pausedDeletion(), known, Optional.empty(), List.of());
    }

    /** It does not get on. */
    FargateProfileStatus problem(Problem problem, Known known) {
        return status(conditions().of(problem), known, Optional.empty(), List.of());
    }

    private static Conditions withShared(Conditions conditions, DesiredProfile desired, ProfileView view) {
        List<Profile> sharing = view.others().stream()
                .filter(other -> other.status().equals(ProfileChoice.ACTIVE)
                        || other.status().equals(ProfileChoice.CREATING))
                .filter(other -> desired.selectors().stream().anyMatch(ours -> other.content().selectors().stream()
                        .anyMatch(theirs -> Overlap.of(ours, theirs))))
                .toList();
        if (sharing.isEmpty()) {
            return conditions;
        }
        String names = sharing.stream()
                .limit(NAMES_SHOWN)
                .map(other -> "%s (%s)"
                        .formatted(
                                other.name(),
                                other.content().selectors().stream()
                                        .map(ProfileDifferences::text)
                                        .sorted()
                                        .collect(Collectors.joining("; "))))
                .collect(Collectors.joining(", "));
        return conditions.add(
                SHARED,
                "True",
                "OtherProfile",
                ("A pod may match this profile and another one: %s%s. EKS takes either, unless the pod's label"
                                + " eks.amazonaws.com/fargate-profile names one. Narrow the selectors, or label the pods.")
                        .formatted(names, sharing.size() > NAMES_SHOWN ? ", …" : ""));
    }

    private FargateProfileStatus status(
            Conditions conditions, Known known, Optional<Queue> queue, List<PlannedChange> plan) {
        // With driftPolicy Report the next turn goes by what was drift; where it is not the policy any more, none of it
        // is left.
        Optional<FargateProfileStatus> before = Optional.ofNullable(resource.getStatus())
                .filter(_ -> resource.getSpec().driftPolicy() == DriftPolicy.Report);
        return new FargateProfileStatus(
                resource.getMetadata().getGeneration(),
                conditions.toList(),
                ProblemReports.stalled(conditions.toList(), resource.getStatus(), now)
                        .orElse(null),
                known.accountId().orElse(null),
                known.roleArn().orElse(null),
                known.managedRole().orElse(null),
                known.profile().orElse(null),
                known.former(),
                known.subnets(),
                queue.orElse(null),
                plan,
                before.map(FargateProfileStatus::drift).orElse(List.of()),
                before.map(FargateProfileStatus::applied).orElse(null),
                Api.annotation(resource, Api.RECONCILE_AT).orElse(null),
                Api.annotation(resource, Api.RESTART_AT).orElse(null),
                known.tagKeys());
    }

    private Conditions conditions() {
        return new Conditions(earlier(), resource.getMetadata().getGeneration(), now);
    }

    private List<Condition> earlier() {
        return resource.getStatus() == null ? List.of() : resource.getStatus().conditions();
    }
}

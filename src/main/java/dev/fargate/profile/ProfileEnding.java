package dev.fargate.profile;

import dev.fargate.api.FargateProfileStatus;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a turn ends that has got so far. */
record ProfileEnding(ProfileRecipe.Round round, ProfileTurns turns, ProfileRecipe.Rhythm rhythm, Known known) {
    Turn<FargateProfileStatus> ready(ProfileView view, ProfileDrift drift, List<Notice> notices) {
        turns.tries().succeeded(round.holder());
        FargateProfileStatus status = round.report().ready(round.desired(), view, known);
        return Turn.report(drift.on(status, round.desired()), notices)
                .telling(drift.news(round.resource().getStatus()).stream().toList())
                .again(rhythm.sweep());
    }

    /** Anything but that nothing is left to do, which means something else to a resource that is being deleted. */
    Turn<FargateProfileStatus> of(Progress progress, List<Notice> notices) {
        return switch (progress) {
            case Progress.Settled settled -> throw new IllegalStateException("a settled plan ends by itself");
            case Progress.UnderWay underWay -> {
                turns.tries().succeeded(round.holder());
                yield Turn.report(underWay(underWay), notices).again(rhythm.poll());
            }
            case Progress.Queued queued ->
                Turn.report(
                                round.report()
                                        .queued(
                                                queued.step(),
                                                queued.standing(),
                                                queued.standing().first(),
                                                known),
                                notices)
                        .again(rhythm.queued());
            case Progress.Busy busy ->
                Turn.report(
                                round.report().queued(busy.step(), busy.standing(), busy.words(), after(busy.step())),
                                notices)
                        .again(rhythm.poll());
            case Progress.TakenOver taken ->
                Turn.report(
                                round.report()
                                        .working(
                                                "Adopting",
                                                "Taking over %s."
                                                        .formatted(
                                                                round.desired().described()),
                                                known),
                                notices)
                        .again(Duration.ZERO);
            case Progress.RoleSettling settling ->
                Turn.report(
                                round.report().working("RoleSettling", "The new role is not known to EKS yet.", known),
                                notices)
                        .again(turns.tries().failed(round.holder()));
            case Progress.Taken taken -> Turn.quiet(Optional.of(rhythm.poll()));
            case Progress.Later later ->
                Turn.quiet(Optional.of(Turn.until(later.until(), round.report().now())));
            case Progress.Forbidden forbidden -> turns.told(round.holder(), round.report(), forbidden.problem(), known);
            case Progress.Refused refused ->
                turns.failed(round.holder(), round.report(), refused.error(), after(refused.step()));
        };
    }

    /** What is on record after a call that perhaps had an effect, or none. */
    private Known after(ProfileStep step) {
        return step instanceof ProfileStep.Create create
                ? known.making(create.request().name())
                : known;
    }

    private FargateProfileStatus underWay(Progress.UnderWay underWay) {
        ProfileReport report = round.report();
        return switch (underWay.step()) {
            case ProfileStep.Create create -> {
                Known making = known.making(create.request().name());
                yield report.working(
                        "Creating",
                        "Profile %s is being made.".formatted(create.request().name()),
                        underWay.reply().map(making::with).orElse(making));
            }
            case ProfileStep.Await await ->
                report.working(
                        await.status().equals("DELETING") ? "Deleting" : "Creating",
                        await.status().equals("DELETING")
                                ? "Profile %s is being deleted.".formatted(await.name())
                                : "Profile %s is being made.".formatted(await.name()),
                        known);
            case ProfileStep.Delete delete ->
                report.working(
                        "Deleting",
                        "Profile %s is being deleted.".formatted(delete.name()),
                        underWay.reply().map(known::with).orElse(known));
            case ProfileStep.Adopt adopt -> report.working("Adopting", "Taking over " + adopt.name(), known);
            case ProfileStep.Tag tag -> report.working("Tagging", "Tagging " + tag.name(), known);
            case ProfileStep.OfRole role -> throw new IllegalStateException("EKS is at work on profiles only");
        };
    }
}

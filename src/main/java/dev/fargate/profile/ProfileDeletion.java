package dev.fargate.profile;

import dev.fargate.api.FargateProfileStatus;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Identity.Caller;
import dev.fargate.aws.Profiles.Profile;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.turn.Doubts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way of a resource towards nothing. */
record ProfileDeletion(
        ProfileEye eye, Doubts doubts, ProfileWork work, ProfileTurns turns, ProfileRecipe.Settings settings) {
    private static final String DELETING = "DELETING";

    /** What is in AWS stays as it is, and is not even looked at. */
    Turn<FargateProfileStatus> leaving(ProfileRecipe.Round round) {
        forget(round);
        return Turn.finished(round.memory().profile().stream()
                .filter(profile -> profile.arn() != null)
                .map(profile -> Notice.normal("Retained", "Profile %s stays as it is.".formatted(profile.arn())))
                .toList());
    }

    /** Deletes what is ours, one after the other. */
    Turn<FargateProfileStatus> towardsNothing(ProfileRecipe.Round round) {
        ProfileMemory memory = round.memory();
        if (memory.accountId().isEmpty()) {
            forget(round);
            return Turn.finished(List.of());
        }
        Optional<ClusterQueue.Standing> waits = settings.queue().waiting(round.holder(), Occasion.of(round.resource()));
        if (waits.isPresent()) {
            return Turn.report(round.report().stillQueued(waits.get(), Known.of(memory)), List.of())
                    .again(settings.rhythm().queued());
        }
        try {
            return look(round);
        } catch (AwsException e) {
            return turns.failed(round.holder(), round.report(), e, Known.of(memory));
        }
    }

    private Turn<FargateProfileStatus> look(ProfileRecipe.Round round) {
        ProfileMemory memory = round.memory();
        Caller caller = eye.caller(round.desired());
        // Another account does not have the profiles, which would look like the end of them.
        Optional<Problem> moved = ProfileTurns.accountChanged(memory, caller.accountId());
        if (moved.isPresent()) {
            return turns.told(round.holder(), round.report(), moved.get(), Known.of(memory));
        }
        List<Profile> left = eye.left(round.desired(), caller, memory).stream()
                .filter(profile -> round.desired().owner().owns(profile.tags()))
                .toList();
        if (doubts.open(round.desired().owner().uid() + "/profile", missing(memory, left))) {
            return Turn.quiet(Optional.of(settings.rhythm().confirmation()));
        }
        Known known = known(memory, left);
        Optional<Problem> failed = ProfilePlanner.undeletable(left, memory);
        if (failed.isPresent()) {
            return turns.told(round.holder(), round.report(), failed.get(), known);
        }
        ProfileWork.Order order = new ProfileWork.Order(
                round.resource(),
                round.desired(),
                caller,
                left.isEmpty() ? Optional.empty() : eye.cluster(round.desired()),
                memory,
                () -> {},
                name -> {});
        Optional<PodRole> role = memory.managedRole().flatMap(arn -> eye.role(round.desired()));
        ProfileWork.Done done = work.carryOut(order, ProfilePlanner.deletion(round.desired(), caller, left, role));
        if (done.progress() instanceof Progress.Settled) {
            forget(round);
            return Turn.finished(done.notices());
        }
        return new ProfileEnding(round, turns, settings.rhythm(), known).of(done.progress(), done.notices());
    }

    /** What may be there, and of whose end EKS has shown nothing. */
    private static Set<String> missing(ProfileMemory memory, List<Profile> left) {
        List<String> there = left.stream().map(Profile::name).toList();
        List<FargateProfileStatus.Profile> recorded = new ArrayList<>(memory.former());
        memory.profile().ifPresent(recorded::add);
        Set<String> missing = new HashSet<>();
        recorded.stream()
                .filter(profile -> !DELETING.equals(profile.status()) && !there.contains(profile.name()))
                .forEach(profile -> missing.add(profile.name()));
        return missing;
    }

    private static Known known(ProfileMemory memory, List<Profile> left) {
        Known before = Known.of(memory);
        List<String> there = left.stream().map(Profile::name).toList();
        Known still = new Known(
                before.accountId(),
                before.roleArn(),
                before.profile().filter(profile -> there.contains(profile.name())),
                before.former().stream()
                        .filter(profile -> there.contains(profile.name()))
                        .toList(),
                before.subnets(),
                before.tagKeys(),
                before.managedRole());
        for (Profile profile : left) {
            still = still.with(profile);
        }
        return still;
    }

    private void forget(ProfileRecipe.Round round) {
        settings.queue().leave(round.holder());
        eye.forget(round.desired());
        doubts.forget(round.desired().owner().uid() + "/profile");
        doubts.forget(round.desired().owner().uid() + "/subnets");
        turns.tries().succeeded(round.holder());
    }
}

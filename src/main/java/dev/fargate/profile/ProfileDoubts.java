package dev.fargate.profile;

import dev.fargate.api.FargateProfileStatus;
import dev.fargate.aws.Owner;
import dev.fargate.turn.Doubts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/** What is on record of a resource and was not found, not yet for long enough to believe it. */
final class ProfileDoubts {
    private final Doubts doubts;
    private final InstantSource time;
    private final ProfileRecipe.Rhythm rhythm;

    ProfileDoubts(InstantSource time, ProfileRecipe.Rhythm rhythm) {
        this.doubts = new Doubts(time, rhythm.confirmation());
        this.time = time;
        this.rhythm = rhythm;
    }

    /** Whether subnets that tags chose before may only be out of sight. */
    boolean ofSubnets(ProfileRecipe.Round round, Surroundings around) {
        return doubts.open(subnets(round.desired().owner()), lost(round, around));
    }

    /** Whether the profile that should be there may only be out of sight. */
    boolean ofProfile(ProfileRecipe.Round round, ProfileView view) {
        Set<String> lost = lost(round.memory(), view);
        return ofProfiles(round, lost) || isFresh(round.memory(), lost);
    }

    /** Whether profiles that were not found may only be out of sight. */
    boolean ofProfiles(ProfileRecipe.Round round, Set<String> missing) {
        return doubts.open(profiles(round.desired().owner()), missing);
    }

    void forget(Owner owner) {
        doubts.forget(profiles(owner));
        doubts.forget(subnets(owner));
    }

    private static String profiles(Owner owner) {
        return owner.uid() + "/profile";
    }

    private static String subnets(Owner owner) {
        return owner.uid() + "/subnets";
    }

    private static Set<String> lost(ProfileRecipe.Round round, Surroundings around) {
        if (round.desired().spec().subnetSelector() == null) {
            return Set.of();
        }
        Set<String> lost = new HashSet<>(round.memory().subnets());
        around.subnetIds().forEach(lost::remove);
        return lost;
    }

    private static Set<String> lost(ProfileMemory memory, ProfileView view) {
        return memory.expected()
                .map(FargateProfileStatus.Profile::name)
                .filter(name -> view.named(name).isEmpty())
                .map(Set::of)
                .orElse(Set.of());
    }

    /** A profile that has just been made may not be visible yet. */
    private boolean isFresh(ProfileMemory memory, Set<String> lost) {
        return !lost.isEmpty()
                && memory.expected()
                        .map(FargateProfileStatus.Profile::createdAt)
                        .map(Instant::parse)
                        .filter(created -> created.plus(rhythm.settling()).isAfter(time.instant()))
                        .isPresent();
    }
}

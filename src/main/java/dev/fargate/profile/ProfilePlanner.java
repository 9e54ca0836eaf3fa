package dev.fargate.profile;

import dev.fargate.api.FargateProfileSpec.ReplacePolicy;
import dev.fargate.aws.Digest;
import dev.fargate.aws.Identity.Caller;
import dev.fargate.aws.Owner;
import dev.fargate.aws.Profiles.Content;
import dev.fargate.aws.Profiles.Profile;
import dev.fargate.aws.Profiles.Request;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans a resource's profiles: one is as the spec asks, those of an earlier spec go once it is ACTIVE. What could not be made is deleted
 * before anything else, since no pod runs on it and its name and its slot in the quota are wanted. Pure.
 */
final class ProfilePlanner {
    private static final String DELETE_FAILED = "DELETE_FAILED";

    private ProfilePlanner() {}

    /**
     * What is to be done.
     *
     * @param restartAt when a person asked to try again what could not be made
     */
    static Resolution<Plan<ProfileStep>> plan(
            DesiredProfile desired, ProfileView view, ProfileMemory memory, Optional<Instant> restartAt, Instant now) {
        ProfileChoice choice = ProfileChoice.of(desired, view);
        return GroundRules.problem(desired, view.around())
                .or(() -> somebodyElses(desired, view))
                .or(() -> RolePlanner.somebodyElses(desired, view.role()))
                .or(() -> failed(desired, choice, restartAt))
                .or(() -> undeletable(choice.rest(), memory))
                .or(() -> unwanted(desired, choice))
                .<Resolution<Plan<ProfileStep>>>map(Resolution.Unresolved::new)
                .orElseGet(() -> new Resolution.Resolved<>(new Plan<>(steps(desired, view, choice, memory, now))));
    }

    /** Deletes what carries our tags; the role last, since pods need it as long as they run. */
    static Plan<ProfileStep> deletion(
            DesiredProfile desired, Caller account, List<Profile> candidates, Optional<PodRole> role) {
        return new Plan<>(Stream.concat(
                        candidates.stream()
                                .filter(candidate -> desired.owner().owns(candidate.tags()))
                                .map(ProfilePlanner::deletion),
                        RolePlanner.after(desired, account, role).stream())
                .toList());
    }

    private static ProfileStep deletion(Profile profile) {
        return profile.changing()
                ? new ProfileStep.Await(profile.name(), profile.status())
                : new ProfileStep.Delete(profile.name());
    }

    private static Optional<Problem> somebodyElses(DesiredProfile desired, ProfileView view) {
        return view.named(desired.name())
                .filter(profile -> !desired.owner().owns(profile.tags()))
                .filter(profile -> Owner.anybodys(profile.tags()) || !desired.adopts())
                .map(profile -> Problem.stalled(
                        "NotOurs",
                        Owner.anybodys(profile.tags())
                                ? ("Profile %s carries the owner tags of another resource and is never taken over. Make a FargateProfile"
                                                + " with another spec.fargateProfileName; nothing was changed.")
                                        .formatted(profile.arn())
                                : ("Profile %s exists and carries no owner tags. Set adoptionPolicy: IfExists to take it over, or make a"
                                                + " FargateProfile with another spec.fargateProfileName; nothing was changed.")
                                        .formatted(profile.arn())));
    }

    private static Optional<Problem> failed(DesiredProfile desired, ProfileChoice choice, Optional<Instant> restartAt) {
        return choice.failed()
                .filter(profile -> restartAt
                        .filter(asked -> asked.isAfter(profile.createdAt()))
                        .isEmpty())
                .map(profile -> Problem.stalled("CreateFailed", Ailments.ofCreation(profile, desired)));
    }

    /** A deletion that has just failed; it is tried again by the next turn. */
    static Optional<Problem> undeletable(List<Profile> candidates, ProfileMemory memory) {
        return candidates.stream()
                .filter(profile -> profile.status().equals(DELETE_FAILED))
                .filter(profile -> !memory.knows(profile.name(), DELETE_FAILED))
                .findFirst()
                .map(profile -> Problem.stalled("DeleteFailed", Ailments.ofDeletion(profile)));
    }

    private static Optional<Problem> unwanted(DesiredProfile desired, ProfileChoice choice) {
        if (desired.replacePolicy() != ReplacePolicy.Never || choice.home().isPresent()) {
            return Optional.empty();
        }
        return choice.rest().stream()
                .filter(profile -> profile.status().equals(ProfileChoice.ACTIVE))
                .findFirst()
                .map(profile -> Problem.stalled(
                        "ReplaceNeeded",
                        ("Profile %s differs from the spec in what AWS cannot change (%s), and replacePolicy is Never. Undo the change, or"
                                        + " set replacePolicy to CreateFirst or DeleteFirst; nothing was changed.")
                                .formatted(
                                        profile.name(),
                                        ProfileDifferences.of(profile.content(), choice.wanted()).stream()
                                                .map(Difference::path)
                                                .collect(Collectors.joining(", ")))));
    }

    private static List<ProfileStep> steps(
            DesiredProfile desired, ProfileView view, ProfileChoice choice, ProfileMemory memory, Instant now) {
        Caller account = view.around().caller();
        List<ProfileStep> steps = new ArrayList<>(takeovers(desired, choice));
        steps.addAll(RolePlanner.before(desired, account, view.role()));
        steps.addAll(ofProfiles(desired, choice, memory, now));
        if (!desired.managesRole()) {
            steps.addAll(RolePlanner.after(desired, account, view.role()));
        }
        return steps;
    }

    private static List<ProfileStep> ofProfiles(
            DesiredProfile desired, ProfileChoice choice, ProfileMemory memory, Instant now) {
        List<ProfileStep> steps = new ArrayList<>();
        if (choice.home().isPresent()) {
            Profile home = choice.home().orElseThrow();
            if (home.changing()) {
                steps.add(new ProfileStep.Await(home.name(), home.status()));
            }
            tags(desired, home, memory).ifPresent(steps::add);
            choice.rest().stream().map(ProfilePlanner::deletion).forEach(steps::add);
            return steps;
        }
        List<Profile> first = choice.rest().stream()
                .filter(profile -> goesFirst(desired, profile))
                .toList();
        List<Profile> afterwards = choice.rest().stream()
                .filter(profile -> !first.contains(profile))
                .toList();
        first.stream().map(ProfilePlanner::deletion).forEach(steps::add);
        steps.add(creation(desired, choice, afterwards, now));
        afterwards.stream().map(ProfilePlanner::deletion).forEach(steps::add);
        return steps;
    }

    private static boolean goesFirst(DesiredProfile desired, Profile profile) {
        return profile.changing()
                || profile.status().equals(ProfileChoice.CREATE_FAILED)
                || desired.replacePolicy() == ReplacePolicy.DeleteFirst;
    }

    private static List<ProfileStep> takeovers(DesiredProfile desired, ProfileChoice choice) {
        return Stream.concat(choice.home().stream(), choice.rest().stream())
                .filter(profile -> !desired.owner().owns(profile.tags()))
                .<ProfileStep>map(profile -> new ProfileStep.Adopt(
                        profile.name(), profile.arn(), desired.owner().tags()))
                .toList();
    }

    /**
     * A profile of the wanted content, with a name that is free by then.
     *
     * @param beside profiles of ours that are still there
     */
    private static ProfileStep creation(
            DesiredProfile desired, ProfileChoice choice, List<Profile> beside, Instant now) {
        Content wanted = choice.wanted();
        Set<String> taken = beside.stream().map(Profile::name).collect(Collectors.toSet());
        String name = taken.contains(desired.name()) ? desired.otherName(wanted) : desired.name();
        // The name is what makes it once. A token must not come again for another profile of that name.
        String token = Digest.token(desired.owner().uid() + " " + name + " " + now);
        return new ProfileStep.Create(
                new Request(desired.cluster(), name, wanted, desired.tags(), token),
                choice.rest().stream()
                        .filter(profile -> profile.status().equals(ProfileChoice.ACTIVE))
                        .findFirst()
                        .map(profile -> ProfileDifferences.of(profile.content(), wanted))
                        .orElse(List.of()));
    }

    private static Optional<ProfileStep> tags(DesiredProfile desired, Profile home, ProfileMemory memory) {
        Map<String, String> declared = new HashMap<>(desired.tags());
        if (!desired.owner().owns(home.tags())) {
            declared.keySet().removeAll(desired.owner().tags().keySet());
        }
        TagChange change = TagChange.between(home.tags(), declared, memory.tagKeys())
                .without(desired.tolerance().tagKeys());
        return change.isEmpty() ? Optional.empty() : Optional.of(new ProfileStep.Tag(home.name(), home.arn(), change));
    }
}

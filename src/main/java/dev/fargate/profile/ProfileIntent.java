package dev.fargate.profile;

import dev.fargate.engine.Plan;
import java.util.Optional;

/**
 * What is about to be made, on record before the first call, so that a deletion after a crash knows what to look for. Role and profile of
 * one plan are one write.
 */
final class ProfileIntent {
    private final ProfileRecipe.Round round;
    private final Optional<String> planned;
    private final Known known;
    private boolean told;

    ProfileIntent(ProfileRecipe.Round round, Plan<ProfileStep> plan, Known known) {
        this.round = round;
        this.planned = plan.steps().stream()
                .filter(ProfileStep.Create.class::isInstance)
                .map(step -> ((ProfileStep.Create) step).request().name())
                .findFirst();
        this.known = known;
    }

    void ofRole() {
        if (round.memory().managedRole().isEmpty()) {
            tell(
                    "The role of the pods is being made.",
                    planned.map(known::making).orElse(known));
        }
    }

    void ofProfile(String name) {
        if (!told && round.memory().intent().filter(name::equals).isEmpty()) {
            tell("Profile %s is being made.".formatted(name), known.making(name));
        }
    }

    private void tell(String message, Known made) {
        round.journal().accept(round.report().working("Creating", message, made));
        told = true;
    }
}

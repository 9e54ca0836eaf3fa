package dev.fargate.profile;

import dev.fargate.aws.Owner;
import dev.fargate.aws.Profiles.Content;
import dev.fargate.aws.Profiles.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of a resource's profiles is the one that the spec asks for.
 *
 * @param home has the wanted content, and is or becomes fit for pods
 * @param rest of those that are ours, or that may be taken over
 */
record ProfileChoice(Content wanted, Optional<Profile> home, List<Profile> rest) {
    static final String ACTIVE = "ACTIVE";
    static final String CREATING = "CREATING";
    static final String CREATE_FAILED = "CREATE_FAILED";

    ProfileChoice {
        rest = List.copyOf(rest);
    }

    static ProfileChoice of(DesiredProfile desired, ProfileView view) {
        Content wanted = desired.content(view.around());
        List<Profile> ours = view.candidates().stream()
                .filter(candidate -> mayBeOurs(desired, candidate))
                .sorted(Comparator.comparing(Profile::createdAt).thenComparing(Profile::name))
                .toList();
        Optional<Profile> home = first(ours, wanted, ACTIVE).or(() -> first(ours, wanted, CREATING));
        return new ProfileChoice(
                wanted,
                home,
                ours.stream()
                        .filter(candidate -> !home.filter(candidate::equals).isPresent())
                        .toList());
    }

    /** The wanted content, in a profile that could not be made. */
    Optional<Profile> failed() {
        return home.isPresent() ? Optional.empty() : first(rest, wanted, CREATE_FAILED);
    }

    private static Optional<Profile> first(List<Profile> profiles, Content wanted, String status) {
        return profiles.stream()
                .filter(profile -> profile.status().equals(status))
                .filter(profile -> profile.content().equals(wanted))
                .findFirst();
    }

    /** Another owner's profile is never ours; one of nobody is if it has the name and may be taken over. */
    private static boolean mayBeOurs(DesiredProfile desired, Profile profile) {
        return desired.owner().owns(profile.tags())
                || (desired.adopts() && profile.name().equals(desired.name()) && !Owner.anybodys(profile.tags()));
    }
}

package dev.fargate.profile;

import dev.fargate.api.FargateProfileStatus;
import dev.fargate.aws.Profiles.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a turn leaves on record of a resource's profiles.
 *
 * @param accountId empty before anything was seen
 * @param managedRole ARN of the role that we made for the pods, or were about to make
 */
record Known(
        Optional<String> accountId,
        Optional<String> roleArn,
        Optional<FargateProfileStatus.Profile> profile,
        List<FargateProfileStatus.Profile> former,
        List<String> subnets,
        List<String> tagKeys,
        Optional<String> managedRole) {
    Known {
        former = List.copyOf(former);
        subnets = List.copyOf(subnets);
        tagKeys = List.copyOf(tagKeys);
    }

    /** What was known before. */
    static Known of(ProfileMemory memory) {
        return new Known(
                memory.accountId(),
                memory.roleArn(),
                memory.profile(),
                memory.former(),
                memory.subnets(),
                memory.tagKeys(),
                memory.managedRole());
    }

    /** What a look shows. */
    static Known of(DesiredProfile desired, ProfileView view, ProfileMemory memory) {
        ProfileChoice choice = ProfileChoice.of(desired, view);
        Optional<Profile> shown = choice.home().or(choice::failed).or(() -> choice.rest().stream()
                .filter(profile -> profile.status().equals(ProfileChoice.ACTIVE))
                .findFirst());
        Known seen = new Known(
                Optional.of(view.around().caller().accountId()),
                desired.scope().roleArn(),
                shown.map(Known::recorded),
                choice.rest().stream()
                        .filter(profile -> shown.filter(profile::equals).isEmpty())
                        .map(Known::recorded)
                        .toList(),
                view.around().subnetIds(),
                memory.tagKeys(),
                memory.managedRole());
        // A call without a reply may have made it all the same.
        return memory.intent()
                .filter(name -> choice.home().isEmpty() && view.named(name).isEmpty())
                .map(seen::making)
                .orElse(seen);
    }

    /** The same before a profile is made: the one that is there becomes a former one. */
    Known making(String name) {
        return new Known(
                accountId,
                roleArn,
                Optional.of(new FargateProfileStatus.Profile(name, null, null, null)),
                Stream.concat(profile.stream().filter(shown -> !shown.name().equals(name)), former.stream())
                        .toList(),
                subnets,
                tagKeys,
                managedRole);
    }

    /** The same after a call on one profile, with what EKS replied. */
    Known with(Profile reply) {
        FargateProfileStatus.Profile recorded = recorded(reply);
        boolean shown =
                profile.filter(known -> known.name().equals(reply.name())).isPresent();
        return new Known(
                accountId,
                roleArn,
                shown ? Optional.of(recorded) : profile,
                former.stream()
                        .map(known -> known.name().equals(reply.name()) ? recorded : known)
                        .toList(),
                subnets,
                tagKeys,
                managedRole);
    }

    Known tagged(DesiredProfile desired) {
        return new Known(accountId, roleArn, profile, former, subnets, desired.declaredTagKeys(), managedRole);
    }

    Known with(Optional<String> role) {
        return new Known(accountId, roleArn, profile, former, subnets, tagKeys, role);
    }

    private static FargateProfileStatus.Profile recorded(Profile profile) {
        return new FargateProfileStatus.Profile(
                profile.name(),
                profile.arn(),
                profile.status(),
                profile.createdAt().equals(Instant.EPOCH)
                        ? null
                        : profile.createdAt().toString());
    }
}

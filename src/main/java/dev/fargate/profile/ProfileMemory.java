package dev.fargate.profile;

import dev.fargate.api.FargateProfileStatus;
import dev.fargate.api.FargateProfileStatus.Profile;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the status remembers for the next turn.
 *
 * @param profile that was there, or that was about to be made
 * @param former those that were still to be deleted
 * @param tagKeys keys of the tags that the spec declared when they were last put
 * @param managedRole ARN of the role that was made for the pods, or that was about to be made
 * @param waitsSince for a turn in the cluster
 */
record ProfileMemory(
        Optional<String> accountId,
        Optional<String> roleArn,
        Optional<Profile> profile,
        List<Profile> former,
        List<String> subnets,
        List<String> tagKeys,
        Optional<String> managedRole,
        Optional<Instant> waitsSince) {
    private static final String DELETING = "DELETING";

    static ProfileMemory of(FargateProfileStatus status) {
        return status == null
                ? new ProfileMemory(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty())
                : new ProfileMemory(
                        Optional.ofNullable(status.accountId()),
                        Optional.ofNullable(status.roleArn()),
                        Optional.ofNullable(status.profile()),
                        status.former(),
                        status.subnets(),
                        status.tagKeys(),
                        Optional.ofNullable(status.managedRoleArn()),
                        Optional.ofNullable(status.queue()).map(queue -> Instant.parse(queue.since())));
    }

    /** Names of all that may be there. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        profile.ifPresent(recorded -> names.add(recorded.name()));
        former.forEach(recorded -> names.add(recorded.name()));
        return names;
    }

    /** The name of a profile that was about to be made, where nothing is known of the outcome. */
    Optional<String> intent() {
        return profile.filter(recorded -> recorded.arn() == null).map(Profile::name);
    }

    /** Whether a profile is on record with this status. */
    boolean knows(String name, String status) {
        return Stream.concat(profile.stream(), former.stream())
                .anyMatch(recorded -> recorded.name().equals(name) && status.equals(recorded.status()));
    }

    /** The profile that must be there, because EKS has shown it and nothing of its end. */
    Optional<Profile> expected() {
        return profile.filter(recorded -> recorded.arn() != null && !DELETING.equals(recorded.status()));
    }
}

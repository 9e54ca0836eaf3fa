package dev.fargate.environment;

import dev.fargate.api.Place;
import dev.fargate.aws.Identity;
import dev.fargate.engine.Problem;
import dev.fargate.turn.AccountChanged;
import java.util.Optional;

/** A workload stays where it was made: an environment that means another place by now is not followed. */
public final class Relocation {
    private Relocation() {}

    /**
     * Why a workload does not go on.
     *
     * @param what what it is, for example {@code service}
     */
    public static Optional<Problem> of(String what, Optional<Place> recorded, Place wanted) {
        return recorded.filter(place -> !where(place).equals(where(wanted)))
                .map(place -> Problem.stalled(
                        AccountChanged.REASON,
                        "The %s is in %s; the environment now means %s. Nothing was changed. Give the environment its former place, or delete this resource and make it anew."
                                .formatted(what, where(place), where(wanted))));
    }

    /**
     * Why what was made cannot be taken away.
     *
     * @param what what it is, with its verb, for example {@code The tasks are}
     */
    public static Optional<Problem> unreachable(String what, Place place, Identity identity) {
        return AccountChanged.of(
                what,
                Optional.of(place.accountId()),
                identity.caller().accountId(),
                "remove the finalizer by hand and leave what is there");
    }

    /** The role is only the way there: another one into the same account finds the same service. */
    private static String where(Place place) {
        return "account %s, region %s, cluster %s".formatted(place.accountId(), place.region(), place.clusterArn());
    }
}

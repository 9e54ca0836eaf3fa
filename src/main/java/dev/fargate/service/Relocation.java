package dev.fargate.service;

import dev.fargate.api.Place;
import dev.fargate.engine.Problem;
import java.util.Optional;

/** A service stays where it was made: an environment that means another place by now is not followed. */
final class Relocation {
    private Relocation() {}

    static Optional<Problem> of(Memory recorded, Place wanted) {
        return recorded.place()
                .filter(place -> !where(place).equals(where(wanted)))
                .map(place -> Problem.stalled(
                        "AccountChanged",
                        "The service is in %s; the environment now means %s. Nothing was changed."
                                .formatted(where(place), where(wanted))));
    }

    /** The role is only the way there: another one into the same account finds the same service. */
    private static String where(Place place) {
        return "account %s, region %s, cluster %s".formatted(place.accountId(), place.region(), place.clusterArn());
    }
}

package dev.fargate.turn;

import dev.fargate.api.Drift;
import dev.fargate.api.PlannedChange;
import dev.fargate.api.PlannedChange.Action;
import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Shortened;
import dev.fargate.engine.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plans and differences as a status shows them: bounded, because a status is copied with each change of it. Values that may be secret
 * were replaced where the difference was found.
 */
public final class PlannedChanges {
    static final int CHANGES = 20;
    /** Of each change, and of all of them together: a plan in which so much differs is read in AWS, not here. */
    static final int FIELDS = 20;

    /** Beside all else that a status tells. */
    static final int DRIFT = 12;

    static final int VALUE_LIMIT = 160;
    /** Many differences at once are told by their paths more than by their values. */
    static final int MANY = 5;

    static final int VALUE_LIMIT_OF_MANY = 20;

    private PlannedChanges() {}

    /** What a plan would do; the fields that find no room are counted in the last entry of their change. */
    public static List<PlannedChange> of(Plan<? extends Step> plan) {
        List<PlannedChange> shown = new ArrayList<>();
        int room = FIELDS;
        for (Step step : plan.steps().subList(0, Math.min(CHANGES, plan.steps().size()))) {
            Change change = step.change();
            List<Difference> fitting = change.differences()
                    .subList(0, Math.min(room, change.differences().size()));
            int left = change.differences().size() - fitting.size();
            shown.add(new PlannedChange(
                    action(change.verb()),
                    change.object(),
                    Stream.concat(shown(fitting), left == 0 ? Stream.of() : Stream.of(more(left)))
                            .toList()));
            room -= fitting.size();
        }
        return shown;
    }

    /** The first differences, with long values shortened; those that find no room are counted in the last entry. */
    public static List<Drift> drift(List<Difference> differences) {
        return drift(differences, DRIFT);
    }

    /** The same where there is less room. */
    public static List<Drift> drift(List<Difference> differences, int room) {
        return differences.size() <= room
                ? shown(differences).toList()
                : Stream.concat(shown(differences).limit(room - 1L), Stream.of(more(differences.size() - room + 1)))
                        .toList();
    }

    private static Drift more(int left) {
        return new Drift("and %d more".formatted(left), null, null);
    }

    private static Stream<Drift> shown(List<Difference> differences) {
        int limit = differences.size() <= MANY ? VALUE_LIMIT : VALUE_LIMIT_OF_MANY;
        return differences.stream()
                .map(difference -> new Drift(
                        difference.path(),
                        Shortened.to(difference.desired(), limit),
                        Shortened.to(difference.live(), limit)));
    }

    private static Action action(Change.Verb verb) {
        return switch (verb) {
            case CREATE -> Action.CREATE;
            case UPDATE -> Action.UPDATE;
            case REPLACE -> Action.REPLACE;
            case DELETE -> Action.DELETE;
            case WAIT -> Action.WAIT;
        };
    }
}

package dev.fargate.companion;

import dev.fargate.api.CompanionKind;
import dev.fargate.api.CompanionStatus;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.companion.Standing.Stop;
import dev.fargate.engine.Problem;
import dev.fargate.turn.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes companions what they should be, one after the other, until one must wait or is refused. Each step can be repeated after a crash. */
public final class CompanionStage {
    /** What somebody else changed is put back within this time. */
    private static final Duration BELIEVED = Duration.ofMinutes(10);

    private final Map<CompanionKind, Departure> departures;
    private final InstantSource time;
    private final ConcurrentMap<String, Mark> marks = new ConcurrentHashMap<>();

    /**
     * One for all services of the operator.
     *
     * @param departures one of each kind
     */
    public CompanionStage(Map<CompanionKind, Departure> departures, InstantSource time) {
        this.departures = Map.copyOf(departures);
        this.time = time;
    }

    /** What was found as it should be, with which ids, and when. */
    private record Mark(List<Companion> wanted, Kept found, Instant at) {
        /** A status that was not written yet may lack ids. */
        Kept in(Kept recorded) {
            return wanted.stream()
                    .reduce(
                            recorded,
                            (kept, companion) -> kept.with(companion, found.id(companion.kind(), companion.name())),
                            (one, other) -> other);
        }
    }

    /**
     * Looks at those that were not looked at lately, and makes them what they should be.
     *
     * @param journal puts what is about to be made on record
     */
    public Standing stand(Site site, List<Companion> wanted, Kept recorded, Consumer<Kept> journal) {
        Standing standing = Standing.start(recorded);
        if (wanted.isEmpty()) {
            return standing;
        }
        if (isBelieved(site, wanted) && wanted.stream().allMatch(recorded::has)) {
            return standing.keeping(marks.get(key(site, wanted)).in(recorded));
        }
        for (Companion companion : wanted) {
            standing = stand(site, companion, wanted, standing, journal);
            if (!standing.stands()) {
                return standing;
            }
        }
        marks.put(key(site, wanted), new Mark(List.copyOf(wanted), standing.kept(), time.instant()));
        return standing;
    }

    private Standing stand(
            Site site, Companion companion, List<Companion> wanted, Standing before, Consumer<Kept> journal) {
        return look(site, companion.look(), () -> companion.see(site.aws(), before.kept()), before, seen -> {
            if (seen.steps().isEmpty()) {
                return before.keeping(before.kept().with(companion, seen.id()));
            }
            Kept intending = before.kept().intending(wanted);
            if (!intending.equals(before.kept())) {
                journal.accept(intending);
            }
            return take(
                    site,
                    seen.steps(),
                    before.keeping(seen.id().isPresent() ? intending.with(companion, seen.id()) : intending),
                    Optional.of(companion));
        });
    }

    private Standing take(Site site, List<CompanionStep> steps, Standing start, Optional<Companion> companion) {
        Standing standing = start;
        for (CompanionStep step : steps) {
            Standing before = standing;
            Attempt<Optional<String>> attempt =
                    site.writes().make(step.operation(), Priority.UPDATE, () -> step.make(site.aws(), before.kept()));
            switch (attempt) {
                case Attempt.Later<Optional<String>> later -> {
                    return before.stopped(new Stop.Later(later.until()));
                }
                case Attempt.Refused<Optional<String>> refused -> {
                    return before.stopped(new Stop.Refused(refused.error()));
                }
                case Attempt.Done<Optional<String>> done -> {
                    Kept kept = companion.isPresent() && done.reply().isPresent()
                            ? before.kept().with(companion.get(), done.reply())
                            : before.kept();
                    standing = before.did(step).keeping(kept);
                }
            }
        }
        return standing;
    }

    /** What {@link #stand} would do: looks only. */
    public Standing preview(Site site, List<Companion> wanted, Kept recorded) {
        Standing standing = Standing.start(recorded);
        for (Companion companion : wanted) {
            Standing before = standing;
            standing = look(
                    site,
                    companion.look(),
                    () -> companion.see(site.aws(), before.kept()),
                    before,
                    seen -> seen.steps().stream().reduce(before, Standing::did, (a, b) -> b));
            if (!standing.stands()) {
                return standing;
            }
        }
        return standing;
    }

    /** Goes on with removing companions, in the given order. */
    public Standing clear(Site site, List<CompanionStatus> leaving, Standing start) {
        Standing standing = start;
        if (!start.stands()) {
            return start;
        }
        for (CompanionStatus one : leaving) {
            standing = clear(site, one, standing);
            if (!standing.stands()) {
                return standing;
            }
            standing = standing.keeping(standing.kept().without(one));
        }
        return standing;
    }

    private Standing clear(Site site, CompanionStatus leaving, Standing before) {
        Departure departure = departures.get(leaving.kind());
        return look(
                site,
                departure.look(),
                () -> departure.see(site.aws(), site.owner(), leaving),
                before,
                seen -> waiting(take(site, seen.steps(), before, Optional.empty())));
    }

    /** What is in use goes when it is so no more, which is no trouble. */
    private static Standing waiting(Standing standing) {
        return standing.stop() instanceof Stop.Refused refused
                        && refused.error().errorClass() == ErrorClass.CONFLICT
                ? standing.stopped(new Stop.Blocked(Problem.waiting(
                        "InUse",
                        "Something is still in use, and is deleted when it is not: %s"
                                .formatted(refused.error().getMessage()))))
                : standing;
    }

    /** Looks when there is a ticket for it, and goes on with what was seen. */
    private static Standing look(
            Site site, Operation operation, Supplier<Sight> call, Standing before, Function<Sight.Seen, Standing> on) {
        return switch (site.writes().make(operation, Priority.UPDATE, call)) {
            case Attempt.Later<Sight> later -> before.stopped(new Stop.Later(later.until()));
            case Attempt.Refused<Sight> refused -> before.stopped(new Stop.Refused(refused.error()));
            case Attempt.Done<Sight> done ->
                switch (done.reply()) {
                    case Sight.Blocked blocked -> before.stopped(new Stop.Blocked(blocked.problem()));
                    case Sight.Seen seen -> on.apply(seen);
                };
        };
    }

    /** When those that stand are looked at again. */
    public Optional<Instant> again(Site site, List<Companion> wanted) {
        return Optional.ofNullable(wanted.isEmpty() ? null : marks.get(key(site, wanted)))
                .map(mark -> mark.at().plus(BELIEVED));
    }

    /** The service is no longer looked after. */
    public void forget(String holder) {
        marks.remove(key(holder, true));
        marks.remove(key(holder, false));
    }

    private boolean isBelieved(Site site, List<Companion> wanted) {
        return Optional.ofNullable(marks.get(key(site, wanted)))
                .filter(mark -> mark.wanted().equals(wanted))
                .filter(mark -> time.instant().isBefore(mark.at().plus(BELIEVED)))
                .filter(mark -> site.since().isEmpty()
                        || !mark.at().isBefore(site.since().get()))
                .isPresent();
    }

    private static String key(Site site, List<Companion> wanted) {
        return key(site.holder(), wanted.getFirst().kind().precedesService());
    }

    private static String key(String holder, boolean precedes) {
        return holder + (precedes ? " before" : " after");
    }
}

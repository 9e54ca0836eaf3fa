package dev.fargate.rightsize;

import dev.fargate.api.RightSize;
import dev.fargate.api.RightSize.Judged;
import dev.fargate.api.RightSize.Used;
import dev.fargate.api.RightSize.Verdict;
import dev.fargate.aws.Utilisation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** What CloudWatch said of services lately, and of which it is to be asked. What was made of it is remembered by their status. */
public final class RightSizes {
    /** How far back utilisation counts. */
    private static final Duration WINDOW = Duration.ofDays(14);

    private final Optional<Duration> interval;
    private final InstantSource time;
    private final ConcurrentMap<String, Reading> readings = new ConcurrentHashMap<>();

    /**
     * Knows nothing yet.
     *
     * @param interval between two looks at the same service; empty: nothing is advised
     */
    public RightSizes(Optional<Duration> interval, InstantSource time) {
        this.interval = interval;
        this.time = time;
    }

    /** Whether anything is advised at all. */
    public boolean isAdvising() {
        return interval.isPresent();
    }

    /**
     * A reply about one service.
     *
     * @param used empty: it was refused
     */
    private record Reading(Judged judged, Optional<Used> used, String refusal, Instant at) {}

    /**
     * What a status is to tell.
     *
     * @param recorded what it tells
     * @param since when the newest rollout began, if it is complete
     */
    public Optional<RightSize> of(
            String owner, Optional<Tasks> tasks, Optional<RightSize> recorded, Optional<Instant> since) {
        if (!isAdvising() || tasks.isEmpty()) {
            return Optional.empty();
        }
        Optional<RightSize> known = recorded.filter(advice -> isAbout(advice, tasks.get()));
        if (known.isEmpty()) {
            return since.map(begun -> Advice.young(judged(tasks.get(), begun))).or(() -> recorded);
        }
        return reading(owner, known.get())
                .filter(reading -> reading.used().isPresent() || known.get().used() == null)
                .map(reading -> advised(tasks.get(), reading))
                .filter(advice -> Advice.isNews(advice, known.get()))
                .or(() -> known);
    }

    private static RightSize advised(Tasks tasks, Reading reading) {
        return reading.used()
                .map(used -> Advice.of(tasks, reading.judged(), used, reading.at()))
                .orElseGet(() -> Advice.unknown(reading.judged(), reading.refusal(), reading.at()));
    }

    /** The last one, unless it is about another size. */
    private Optional<Reading> reading(String owner, RightSize recorded) {
        return Optional.ofNullable(readings.get(owner))
                .filter(reading -> reading.judged().equals(recorded.of()));
    }

    /** Since when the utilisation of a service counts, if it is time to ask for it. */
    public Optional<Instant> due(String owner, RightSize recorded) {
        if (interval.isEmpty() || recorded.of() == null) {
            return Optional.empty();
        }
        Instant now = now();
        Instant since = Instant.parse(recorded.of().since());
        Optional<Instant> looked = Stream.of(
                        Optional.ofNullable(recorded.checkedAt()).map(Instant::parse),
                        reading(owner, recorded).map(Reading::at))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
        boolean due = looked.filter(at -> at.plus(interval.get()).isAfter(now)).isEmpty();
        Instant window = now.minus(WINDOW);
        return Optional.of(since.isAfter(window) ? since : window)
                .filter(_ -> due && !since.plus(Advice.ENOUGH).isAfter(now));
    }

    /** CloudWatch answered. */
    public void read(String owner, Judged judged, Utilisation utilisation) {
        readings.put(owner, new Reading(judged, Optional.of(Need.used(utilisation)), "", now()));
    }

    /** CloudWatch refused to, and will until somebody does something. */
    public void refused(String owner, Judged judged, String refusal) {
        readings.put(owner, new Reading(judged, Optional.empty(), refusal, now()));
    }

    /** Whole seconds, as a status tells them. */
    public Instant now() {
        return time.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The service is no longer looked after. */
    public void forget(String owner) {
        readings.remove(owner);
    }

    /** The highest share of its memory that a task has used, in percent, as far as an advice tells. */
    public static OptionalInt peakMemory(Optional<RightSize> advice) {
        return advice.map(RightSize::used)
                .map(Used::memoryPercent)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** What could be saved. */
    public static Optional<String> saving(RightSize advice) {
        return Optional.ofNullable(advice.savesMonthly()).filter(_ -> advice.verdict() == Verdict.Smaller);
    }

    private static Judged judged(Tasks tasks, Instant since) {
        return new Judged(tasks.task().cpuUnits(), tasks.task().memoryMib(), since.toString());
    }

    private static boolean isAbout(RightSize advice, Tasks tasks) {
        return advice.of() != null
                && Objects.equals(advice.of().cpu(), tasks.task().cpuUnits())
                && Objects.equals(advice.of().memory(), tasks.task().memoryMib());
    }
}

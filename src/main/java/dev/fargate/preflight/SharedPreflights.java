package dev.fargate.preflight;

import dev.fargate.api.PreflightReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** For the loops: looked into when what is asked for is new, when it failed a while ago, and when its tasks say otherwise. */
public final class SharedPreflights implements Preflights {
    /** As for everything that waits for a person. */
    static final Duration AGAIN = Duration.ofMinutes(10);

    private final Inquiries inquiries;
    private final String kind;
    private final Consumer<String> wake;
    private final InstantSource time;
    /** When what did not pass was last looked into, and came to the same as the status tells. */
    private final ConcurrentMap<String, Instant> looked = new ConcurrentHashMap<>();

    /**
     * Knows when, and no more.
     *
     * @param inquiries shared with other kinds
     * @param wake is called with an owner of whom there is something new
     */
    public SharedPreflights(Inquiries inquiries, String kind, Consumer<String> wake, InstantSource time) {
        this.inquiries = inquiries;
        this.kind = kind;
        this.wake = wake;
        this.time = time;
    }

    @Override
    public Optional<PreflightReport> of(
            String owner, Subject subject, Optional<PreflightReport> recorded, Optional<Instant> evidence) {
        Optional<PreflightReport> same =
                recorded.filter(report -> subject.hash().equals(report.of()));
        if (same.isPresent() && !isDue(owner, same.get(), evidence)) {
            inquiries.forget(asker(owner));
            return same;
        }
        // A report has whole seconds, a verdict has not: the one that it was made of does not count again.
        Instant notBefore = same.map(report -> at(owner, report).plusSeconds(1)).orElse(Instant.EPOCH);
        Optional<PreflightReport> found = inquiries
                .about(asker(owner), subject, notBefore, () -> wake.accept(owner))
                .map(Reports::of);
        if (same.isPresent() && found.filter(same.get()::tellsTheSameAs).isPresent()) {
            looked.put(owner, Reports.at(found.get()));
            return same;
        }
        return found.or(() -> same);
    }

    @Override
    public Optional<Instant> again(String owner, Optional<PreflightReport> report) {
        return report.filter(Reports::mayChange).map(known -> at(owner, known).plus(AGAIN));
    }

    @Override
    public void forget(String owner) {
        looked.remove(owner);
        inquiries.forget(asker(owner));
    }

    private String asker(String owner) {
        return kind + "/" + owner;
    }

    private boolean isDue(String owner, PreflightReport report, Optional<Instant> evidence) {
        boolean again = again(owner, Optional.of(report))
                .filter(at -> !at.isAfter(time.instant()))
                .isPresent();
        return again
                || (Reports.failure(report).isEmpty()
                        && evidence.filter(at(owner, report)::isBefore).isPresent());
    }

    private Instant at(String owner, PreflightReport report) {
        Instant told = Reports.at(report);
        Instant since = looked.getOrDefault(owner, told);
        return since.isAfter(told) ? since : told;
    }
}

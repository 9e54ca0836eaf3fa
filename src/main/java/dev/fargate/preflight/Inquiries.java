package dev.fargate.preflight;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsScope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that asks about the surroundings of tasks. Who wants to know is remembered for a second, so that workloads which begin
 * together share the calls; one thread makes those, one after the other, so that they never crowd an account.
 */
public final class Inquiries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inquiries.class);
    private static final Duration GATHERING = Duration.ofSeconds(1);

    private final Aws.Accounts accounts;
    private final InstantSource time;
    private final Answers answers = new Answers();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final ConcurrentMap<String, Verdict> verdicts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("preflight").factory());

    /** Wants to know, and is told when it is known. */
    private record Waiting(Subject subject, Runnable told) {}

    /** Asks nothing yet. */
    public Inquiries(Aws.Accounts accounts, InstantSource time) {
        this.accounts = accounts;
        this.time = time;
    }

    /**
     * The verdict on a subject; empty: it is being looked into.
     *
     * @param notBefore an older verdict does not count
     * @param told is called when the verdict is there
     */
    Optional<Verdict> about(String owner, Subject subject, Instant notBefore, Runnable told) {
        Optional<Verdict> verdict = Optional.ofNullable(verdicts.get(owner))
                .filter(known -> known.hash().equals(subject.hash()))
                .filter(known -> known.at().isAfter(notBefore));
        if (verdict.isEmpty()) {
            wait(owner, new Waiting(subject, told));
        }
        return verdict;
    }

    private void wait(String owner, Waiting entry) {
        synchronized (waiting) {
            if (waiting.isEmpty()) {
                ScheduledFuture<?> _ = thread.schedule(this::guarded, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
            }
            waiting.put(owner, entry);
        }
    }

    /** Nobody wants to know any more, or it is on record. */
    void forget(String owner) {
        synchronized (waiting) {
            waiting.remove(owner);
        }
        verdicts.remove(owner);
    }

    private void guarded() {
        try {
            settle();
        } catch (RuntimeException e) {
            LOG.error("The preflight checks failed; they are made again when their resources are looked at", e);
        }
    }

    /** Looks into all that waits. */
    synchronized void settle() {
        Map<String, Waiting> taken;
        synchronized (waiting) {
            taken = new LinkedHashMap<>(waiting);
            waiting.clear();
        }
        answers.forgetOld(time.instant());
        Map<AwsScope, Map<String, Waiting>> byScope = new LinkedHashMap<>();
        taken.forEach((owner, entry) -> byScope.computeIfAbsent(entry.subject().scope(), _ -> new LinkedHashMap<>())
                .put(owner, entry));
        byScope.forEach(this::settle);
    }

    private void settle(AwsScope scope, Map<String, Waiting> entries) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        entries.forEach((owner, entry) -> subjects.put(owner, entry.subject()));
        verdicts.putAll(
                new Judgement(answers.round(scope), () -> accounts.of(scope).surroundings(), time).of(subjects));
        entries.values().forEach(entry -> entry.told().run());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

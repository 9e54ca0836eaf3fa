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
import java.util.function.Consumer;
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
    private final Consumer<String> told;
    private final InstantSource time;
    private final Answers answers = new Answers();
    private final Map<String, Subject> waiting = new LinkedHashMap<>();
    private final ConcurrentMap<String, Verdict> verdicts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("preflight").factory());

    /**
     * Asks nothing yet.
     *
     * @param told is called with the owner of a subject whose verdict is there
     */
    public Inquiries(Aws.Accounts accounts, Consumer<String> told, InstantSource time) {
        this.accounts = accounts;
        this.told = told;
        this.time = time;
    }

    /**
     * The verdict on a subject; empty: it is being looked into, and the owner will be told.
     *
     * @param notBefore an older verdict does not count
     */
    Optional<Verdict> about(String owner, Subject subject, Instant notBefore) {
        Optional<Verdict> verdict = Optional.ofNullable(verdicts.get(owner))
                .filter(known -> known.hash().equals(subject.hash()))
                .filter(known -> known.at().isAfter(notBefore));
        if (verdict.isEmpty()) {
            wait(owner, subject);
        }
        return verdict;
    }

    private void wait(String owner, Subject subject) {
        synchronized (waiting) {
            if (waiting.isEmpty()) {
                ScheduledFuture<?> _ = thread.schedule(this::guarded, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
            }
            waiting.put(owner, subject);
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
        Map<String, Subject> taken;
        synchronized (waiting) {
            taken = new LinkedHashMap<>(waiting);
            waiting.clear();
        }
        answers.forgetOld(time.instant());
        Map<AwsScope, Map<String, Subject>> byScope = new LinkedHashMap<>();
        taken.forEach((owner, subject) -> byScope.computeIfAbsent(subject.scope(), _ -> new LinkedHashMap<>())
                .put(owner, subject));
        byScope.forEach(this::settle);
    }

    private void settle(AwsScope scope, Map<String, Subject> subjects) {
        Map<String, Verdict> judged =
                new Judgement(answers.round(scope), () -> accounts.of(scope).surroundings(), time).of(subjects);
        verdicts.putAll(judged);
        judged.keySet().forEach(told);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

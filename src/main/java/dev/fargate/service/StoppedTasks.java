package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.diagnosis.TaskFacts;
import dev.fargate.turn.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Task;

/**
 * Knows when it is worth to read why tasks of a service stopped: once for each news, and at most once a minute while a rollout goes on
 * failing. What it remembers only saves calls: it may be lost.
 */
final class StoppedTasks {
    static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofSeconds(20);

    private final InstantSource time;
    private final ConcurrentMap<String, Read> reads = new ConcurrentHashMap<>();
    /** What ListTasks named while DescribeTasks waits for its ticket. */
    private final ConcurrentMap<String, List<String>> listed = new ConcurrentHashMap<>();

    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    StoppedTasks(InstantSource time) {
        this.time = time;
    }

    /** Somebody who knows says that a task of this service stopped: the next turn reads why, whatever the counts say. */
    void heard(String holder) {
        heard.add(holder);
    }

    void forget(String holder) {
        reads.remove(holder);
        listed.remove(holder);
        heard.remove(holder);
    }

    /**
     * What a turn knows of stopped tasks.
     *
     * @param memory with all that is known of them
     * @param again when there is more to read
     * @param refused AWS does not let us read them
     */
    record Seen(Memory memory, Optional<Instant> again, Optional<AwsException> refused) {
        static Seen only(Memory memory) {
            return new Seen(memory, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Reads if there is news.
     *
     * @param told what the status says
     * @param memory what is known by now
     */
    Seen look(DesiredService desired, Memory told, Memory memory, Optional<Service> seen, TaskReads calls) {
        return seen.map(service -> look(desired, told, memory, service, calls)).orElse(Seen.only(memory));
    }

    private Seen look(DesiredService desired, Memory told, Memory memory, Service service, TaskReads calls) {
        String holder = calls.ref().owner();
        Optional<TaskNews> news = TaskNews.of(desired, memory, service, time.instant());
        boolean hint = heard.contains(holder);
        if (news.isEmpty() && !hint) {
            // The time stays: a service that loses a task again and again is not read each time.
            reads.computeIfPresent(holder, (key, read) -> new Read(Optional.empty(), read.at()));
            return Seen.only(memory);
        }
        if (news.isPresent() && isTold(told, memory, news.get())) {
            reads.putIfAbsent(holder, new Read(news, time.instant()));
        }
        Optional<Read> last = Optional.ofNullable(reads.get(holder));
        if (!hint && last.filter(read -> read.news().equals(news)).isPresent()) {
            return Seen.only(memory);
        }
        Optional<Instant> notBefore = last.filter(read -> !isUrgent(news, read))
                .map(read -> read.at().plus(BETWEEN))
                .filter(time.instant()::isBefore);
        return notBefore.isPresent()
                ? new Seen(memory, notBefore, Optional.empty())
                : read(
                        ServicePreflight.facts(desired, memory).hearing(Blame.said(service, since(memory))),
                        memory,
                        news,
                        calls);
    }

    private Seen read(TaskFacts facts, Memory memory, Optional<TaskNews> news, TaskReads calls) {
        String holder = calls.ref().owner();
        Attempt<List<Task>> attempt =
                calls.stopped(Optional.ofNullable(listed.get(holder)), arns -> listed.put(holder, arns));
        return switch (attempt) {
            case Attempt.Later<List<Task>> later -> new Seen(memory, Optional.of(later.until()), Optional.empty());
            case Attempt.Done<List<Task>> done -> {
                settle(holder, news);
                yield Seen.only(
                        memory.withStopped(TaskEndings.known(memory.stopped(), done.reply(), facts, since(memory))));
            }
            case Attempt.Refused<List<Task>> refused
            when passes(refused.error()) ->
                new Seen(memory, Optional.of(time.instant().plus(RETRY)), Optional.empty());
            case Attempt.Refused<List<Task>> refused -> {
                settle(holder, news);
                yield new Seen(memory, Optional.empty(), Optional.of(refused.error()));
            }
        };
    }

    private void settle(String holder, Optional<TaskNews> news) {
        forget(holder);
        reads.put(holder, new Read(news, time.instant()));
    }

    private static boolean isUrgent(Optional<TaskNews> news, Read last) {
        return news.filter(now -> last.news().map(now::isUrgentAfter).orElse(now.lost() == 0))
                .isPresent();
    }

    /** After a restart: what this rollout came to was read already, and stands in the status. */
    private static boolean isTold(Memory told, Memory memory, TaskNews news) {
        return news.lost() == 0
                && told.rollout().equals(memory.rollout())
                && memory.stopped().stream()
                        .anyMatch(task -> !TaskEndings.at(task).isBefore(since(memory)));
    }

    private static boolean passes(AwsException error) {
        return error.errorClass() == ErrorClass.THROTTLED || error.errorClass() == ErrorClass.TRANSIENT;
    }

    private static Instant since(Memory memory) {
        return memory.rollout().map(Rollout::since).map(Instant::parse).orElse(Instant.EPOCH);
    }

    private record Read(Optional<TaskNews> news, Instant at) {}
}

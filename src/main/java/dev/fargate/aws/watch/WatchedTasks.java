package dev.fargate.aws.watch;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.TaskLook;
import dev.fargate.aws.TaskRef;
import dev.fargate.aws.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Task;

/** Which tasks are to be looked at and when, and what was seen of them. Makes no calls; the clock comes in with each question. */
final class WatchedTasks {
    /** How long a look waits for others to fill its batch. */
    static final Duration JOIN = Duration.ofMillis(250);
    /** After a reply that says nothing of a task. */
    static final Duration UNANSWERED = Duration.ofSeconds(5);

    private final Map<TaskRef, Entry> entries = new HashMap<>();
    /** Clusters whose tasks somebody tells of when they end. */
    private final Set<String> announced = new HashSet<>();

    private static final class Entry {
        private Instant due = Instant.MAX;
        private Optional<TaskLook> latest = Optional.empty();
    }

    private record Group(AwsScope scope, String clusterArn) {}

    synchronized int size() {
        return entries.size();
    }

    synchronized Optional<TaskLook> latest(TaskRef ref) {
        return Optional.ofNullable(entries.get(ref)).flatMap(entry -> entry.latest);
    }

    synchronized void ask(TaskRef ref, Instant at, Instant now) {
        Entry entry = entries.computeIfAbsent(ref, key -> new Entry());
        Instant joined = at.isBefore(now.plus(JOIN)) ? now.plus(JOIN) : at;
        if (joined.isBefore(entry.due)) {
            entry.due = joined;
        }
    }

    synchronized void wrote(TaskRef ref, Task reply, Instant now) {
        entries.computeIfAbsent(ref, key -> new Entry()).latest = Optional.of(new TaskLook.Found(reply, now));
    }

    synchronized void forget(TaskRef ref) {
        entries.remove(ref);
    }

    synchronized void announce(String clusterArn, boolean announces) {
        if (announces) {
            announced.add(clusterArn);
        } else {
            announced.remove(clusterArn);
        }
    }

    synchronized boolean isAnnounced(String clusterArn) {
        return announced.contains(clusterArn);
    }

    synchronized Optional<TaskRef> find(String clusterArn, String task) {
        return of(clusterArn).filter(ref -> ref.task().equals(task)).findFirst();
    }

    synchronized List<String> owners(String clusterArn) {
        return of(clusterArn).map(TaskRef::owner).distinct().toList();
    }

    private Stream<TaskRef> of(String clusterArn) {
        return entries.keySet().stream().filter(ref -> ref.clusterArn().equals(clusterArn));
    }

    /** When the next look is due; empty when none was asked for. */
    synchronized Optional<Instant> next() {
        return entries.values().stream()
                .map(entry -> entry.due)
                .min(Comparator.naturalOrder())
                .filter(due -> due.isBefore(Instant.MAX));
    }

    /** The calls that are due; their free seats go to those that would be due next, and stay so. */
    synchronized List<TaskBatch> due(Instant now) {
        Map<Group, List<TaskRef>> asked = entries.entrySet().stream()
                .filter(entry -> entry.getValue().due.isBefore(Instant.MAX))
                .sorted(Comparator.comparing(entry -> entry.getValue().due))
                .map(Map.Entry::getKey)
                .collect(Collectors.groupingBy(
                        ref -> new Group(ref.scope(), ref.clusterArn()), LinkedHashMap::new, Collectors.toList()));
        List<TaskBatch> batches = new ArrayList<>();
        asked.forEach((group, refs) -> {
            for (int from = 0; from < refs.size() && isDue(refs.get(from), now); from += Tasks.BATCH) {
                List<TaskRef> seats = refs.subList(from, Math.min(from + Tasks.BATCH, refs.size()));
                batches.add(new TaskBatch(group.scope(), group.clusterArn(), seats, now));
            }
        });
        batches.stream()
                .flatMap(batch -> batch.seats().stream())
                .filter(ref -> isDue(ref, now))
                .forEach(ref -> entries.get(ref).due = Instant.MAX);
        return batches;
    }

    private boolean isDue(TaskRef ref, Instant now) {
        return !entries.get(ref).due.isAfter(now);
    }

    /** The call is not made before {@code until}. */
    synchronized void putOff(TaskBatch batch, Instant until) {
        batch.seats().forEach(ref -> Optional.ofNullable(entries.get(ref))
                .filter(entry -> until.isBefore(entry.due))
                .ifPresent(entry -> entry.due = until));
    }

    /** Takes a reply in and says whom to tell: those who asked, and those whose task is not as it was. */
    synchronized List<String> answered(TaskBatch batch, Tasks.Described reply) {
        Map<String, Task> found = reply.tasks().stream()
                .collect(Collectors.toMap(WatchedTasks::id, Function.identity(), (one, other) -> one));
        List<String> owners = new ArrayList<>();
        for (TaskRef ref : batch.seats()) {
            Entry entry = entries.get(ref);
            if (entry == null) {
                continue;
            }
            boolean asked = entry.due.equals(Instant.MAX);
            Task task = found.get(ref.task());
            if (task != null) {
                boolean news = isNews(entry, task);
                see(entry, new TaskLook.Found(task, batch.at()));
                if (asked || news) {
                    owners.add(ref.owner());
                }
            } else if (reply.missing().contains(ref.task())) {
                see(entry, new TaskLook.Missing(since(entry, batch.at()), batch.at()));
                owners.add(ref.owner());
            } else if (asked) {
                entry.due = batch.at().plus(UNANSWERED);
            }
        }
        return owners.stream().distinct().toList();
    }

    private static boolean isNews(Entry entry, Task task) {
        return !(entry.latest.orElse(null) instanceof TaskLook.Found before
                && Objects.equals(before.task().lastStatus(), task.lastStatus())
                && Objects.equals(before.task().desiredStatus(), task.desiredStatus()));
    }

    synchronized List<String> failed(TaskBatch batch, AwsException error) {
        List<TaskRef> asked = batch.seats().stream()
                .filter(entries::containsKey)
                .filter(ref -> entries.get(ref).due.equals(Instant.MAX))
                .toList();
        asked.forEach(ref -> see(entries.get(ref), new TaskLook.Failed(error, batch.at())));
        return asked.stream().map(TaskRef::owner).distinct().toList();
    }

    /** What began before the newest look says nothing new: a StopTask may have been made since. */
    private static void see(Entry entry, TaskLook look) {
        if (entry.latest.filter(newest -> newest.at().isAfter(look.at())).isEmpty()) {
            entry.latest = Optional.of(look);
        }
    }

    private static Instant since(Entry entry, Instant at) {
        return entry.latest.orElse(null) instanceof TaskLook.Missing before ? before.since() : at;
    }

    static String id(Task task) {
        return task.taskArn().substring(task.taskArn().lastIndexOf('/') + 1);
    }
}

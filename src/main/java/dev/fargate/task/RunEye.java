package dev.fargate.task;

import dev.fargate.api.FargateTaskStatus.Launch;
import dev.fargate.api.Place;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.TaskLook;
import dev.fargate.aws.TaskRef;
import dev.fargate.aws.TaskWatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Task;

/** What the watch has seen of a run's tasks, and when it is to look again. */
record RunEye(TaskWatch watch, AwsScope scope, String owner, Rhythm rhythm, Instant now) {
    private static final String STOPPED = "STOPPED";

    /**
     * What was seen.
     *
     * @param ended described as STOPPED
     * @param forgotten that ECS no longer knows
     * @param stopping that ECS is about to stop
     */
    record Seen(List<Task> ended, List<String> forgotten, Set<String> stopping) {}

    Seen look(Place place, Launches launches) {
        Seen seen = new Seen(new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        launches.open().forEach(launch -> launch.tasks().forEach(task -> look(ref(place, task), launch, seen)));
        return seen;
    }

    private void look(TaskRef ref, Launch launch, Seen seen) {
        switch (watch.latest(ref).orElse(null)) {
            case null -> watch.ask(ref, now);
            case TaskLook.Found found
            when STOPPED.equals(found.task().lastStatus()) -> seen.ended().add(found.task());
            case TaskLook.Found found
            when DesiredStatus.STOPPED.toString().equals(found.task().desiredStatus()) -> {
                seen.stopping().add(ref.task());
                watch.ask(ref, rhythm.soon(now));
            }
            case TaskLook.Found found -> watch.ask(ref, next(ref, launch));
            case TaskLook.Missing missing
            when rhythm.settled(launch, missing.since())
                    && !missing.at().isBefore(missing.since().plus(rhythm.confirmation())) ->
                seen.forgotten().add(ref.task());
            case TaskLook.Missing missing -> watch.ask(ref, now.plus(rhythm.confirmation()));
            case TaskLook.Failed failed -> watch.ask(ref, rhythm.soon(now));
        }
    }

    /** The next look at what was started just now, or told to stop. */
    void expect(Place place, Launches launches) {
        launches.open().forEach(launch -> launch.tasks()
                .forEach(task -> watch.ask(ref(place, task), next(ref(place, task), launch))));
    }

    private Instant next(TaskRef ref, Launch launch) {
        return rhythm.next(launch, watch.isAnnounced(ref), now);
    }

    void stopped(Place place, Task reply) {
        TaskRef ref = ref(place, Judge.id(reply));
        watch.wrote(ref, reply);
        watch.ask(ref, rhythm.soon(now));
    }

    void forget(Place place, List<String> tasks) {
        tasks.forEach(task -> watch.forget(ref(place, task)));
    }

    private TaskRef ref(Place place, String task) {
        return new TaskRef(scope, place.clusterArn(), task, owner);
    }
}

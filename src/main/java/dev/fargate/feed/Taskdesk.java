package dev.fargate.feed;

import dev.fargate.aws.AnnouncedTasks;
import dev.fargate.aws.TaskLook;
import dev.fargate.aws.TaskRef;
import dev.fargate.aws.TaskWatch;
import java.time.Instant;

/** Has tasks of runs looked at whose end was announced, unless a look has shown it already. */
public record Taskdesk(TaskWatch watch, AnnouncedTasks tasks) {
    private static final String STOPPED = "STOPPED";

    void announce(String clusterArn, boolean announces) {
        tasks.announceTasks(clusterArn, announces);
    }

    Heard hear(String clusterArn, Announcement.Ended ended, Instant now) {
        return tasks.findTask(clusterArn, ended.task())
                .map(ref -> hear(ref, now))
                .orElse(Heard.UNKNOWN);
    }

    private Heard hear(TaskRef ref, Instant now) {
        boolean known = watch.latest(ref)
                .filter(look -> look instanceof TaskLook.Found found
                        && STOPPED.equals(found.task().lastStatus()))
                .isPresent();
        if (known) {
            return Heard.KNOWN;
        }
        watch.ask(ref, now);
        return Heard.ASKED;
    }
}

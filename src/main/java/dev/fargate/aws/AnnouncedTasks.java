package dev.fargate.aws;

import java.util.Optional;

/** What somebody who hears of changes in AWS tells and asks the {@link TaskWatch}. */
public interface AnnouncedTasks {

    /** From now on ends of tasks in this cluster are announced, or no longer are. Its polls thin out, or are back at once. */
    void announceTasks(String clusterArn, boolean announces);

    /** Who looks at the task of that id; empty when nobody of ours does. */
    Optional<TaskRef> findTask(String clusterArn, String task);
}

package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * What makes it worth to read why tasks stopped; the same news is read once. Nothing of a rollout that goes well, of scaling or of a count
 * that is not reached yet is news.
 *
 * @param rollout ECS's id of the rollout
 * @param over whether it failed, or its deadline passed
 * @param failedTasks in a row that did not start
 * @param lost tasks of a steady service that ran and do not any more
 */
record TaskNews(String rollout, boolean over, int failedTasks, int lost) {

    static Optional<TaskNews> of(DesiredService desired, Memory memory, Service service, Instant now) {
        return memory.rollout()
                .map(rollout -> new TaskNews(
                        rollout.id(),
                        rollout.state() == RolloutState.FAILED || isOverdue(desired, memory, now),
                        rollout.failedTasks() == null ? 0 : rollout.failedTasks(),
                        lost(rollout, service)))
                .filter(news -> news.over || news.failedTasks > 0 || news.lost > 0);
    }

    /** It cannot wait for a quieter moment: another rollout, or the end of this one. */
    boolean isUrgentAfter(TaskNews earlier) {
        return !rollout.equals(earlier.rollout) || (over && !earlier.over);
    }

    private static boolean isOverdue(DesiredService desired, Memory memory, Instant now) {
        return Health.deadline(desired, memory).filter(now::isAfter).isPresent();
    }

    private static int lost(Rollout rollout, Service service) {
        return rollout.steady() == null || rollout.scaledTo() == null
                ? 0
                : Math.max(0, Math.min(rollout.scaledTo(), service.desiredCount()) - service.runningCount());
    }
}

package dev.fargate.aws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/**
 * EventBridge schedules. A group and a name say which: a schedule has no tags, and never changes its group.
 *
 * <p>Tasks that a schedule starts say so in {@code startedBy}, see {@link #startedBy}.
 */
public interface Schedules {

    /** GetSchedule; empty when there is no schedule of that name, or no such group. */
    Optional<GetScheduleResponse> describe(String group, String name);

    /** ListSchedules of a group, all pages of it; none where there is no such group. */
    List<Summary> list(String group);

    /** CreateSchedule; refused as a conflict when the name is taken in the group, unless by a call with the same client token. */
    void create(CreateScheduleRequest schedule);

    /**
     * UpdateSchedule with every field of what is declared, because AWS sets what is left out back to its default. No client token of
     * ours: it does the same however often it is made, and a token of an earlier, equal state could make AWS skip it.
     */
    void update(CreateScheduleRequest schedule);

    /** DeleteSchedule: no more runs; those under way go on. */
    void delete(String group, String name);

    /** How much of a schedule's name is left in {@code startedBy}: names that differ only after that cannot be told apart by it. */
    int NAME_IN_STARTED_BY = 19;

    /**
     * What ECS shows as {@code startedBy} of the tasks of a schedule. AWS does not document it; this is what it does: the prefix and the
     * name, cut off after 36 characters.
     */
    static String startedBy(String name) {
        return "chronos-schedule/" + name.substring(0, Math.min(name.length(), NAME_IN_STARTED_BY));
    }

    /** As many schedules as a page of ListSchedules has at most (EventBridge Scheduler API reference). */
    int PAGE = 100;

    /**
     * A schedule as a listing shows it.
     *
     * @param modified when it was last changed, by whomever: one that was not needs no look
     */
    record Summary(String name, Instant modified, boolean enabled) {}
}

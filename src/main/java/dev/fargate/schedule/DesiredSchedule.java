package dev.fargate.schedule;

import dev.fargate.cron.Timetable;
import dev.fargate.task.RunBlueprint;

/**
 * A schedule as it should be.
 *
 * @param run what each of its runs asks of ECS
 */
record DesiredSchedule(Home home, Timetable timetable, RunBlueprint run) {

    /** The expression as AWS writes it, and its zone; another text means another schedule. */
    String expression() {
        return "%s %s".formatted(timetable.expression().text(), timetable.zone());
    }
}

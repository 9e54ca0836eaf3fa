/**
 * Schedule expressions: {@code cron(...)}, {@code rate(...)} and {@code at(...)} as EventBridge Scheduler takes them, five-field Unix cron
 * translated to them, and when they are due in a time zone. Pure; knows nothing of the resource, of AWS's client or of the clock.
 *
 * <p>What is accepted is what AWS documents, and no more. The libraries at hand do not serve: Quartz counts in {@code Date} and misses
 * {@code W} since 2.5, Spring's has no year, and none of them names the field that is wrong, translates a dialect exactly or compares by
 * meaning. With the fields as sets, which that takes anyway, the calculation is a walk over days. Quartz and Spring check it in the tests.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule types in EventBridge Scheduler</a>
 */
package dev.fargate.cron;

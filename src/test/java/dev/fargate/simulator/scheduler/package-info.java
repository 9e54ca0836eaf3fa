/**
 * EventBridge Scheduler: groups, schedules, and their runs by the simulator's clock. Knows ECS only as something that runs tasks, and
 * neither HTTP nor moto.
 *
 * <p>Sources: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html (expressions, zones, daylight saving),
 * https://docs.aws.amazon.com/scheduler/latest/APIReference/Welcome.html (operations),
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html (dead letters). What AWS does not document, and is
 * done here as seen or as likely, says so where it is done.
 */
package dev.fargate.simulator.scheduler;

/**
 * FargateSchedule, a run that recurs. Either EventBridge Scheduler keeps it and starts its tasks without us (Allow), or the operator
 * creates a FargateTask at each time (Forbid, Replace), whose name follows from the schedule and the time, so that neither a crash nor a
 * second leader starts a run twice. Knows when expressions are due by package {@code cron} and what a run is by package {@code task};
 * Kubernetes is behind {@link dev.fargate.schedule.Runs}.
 */
package dev.fargate.schedule;

/**
 * What {@code aws ecs describe-tasks} or {@code describe-services} printed, as endings that {@code diagnosis} explains. Pure: reads text,
 * asks nobody, and knows of a task only what is in that text.
 */
package dev.fargate.described;

/**
 * How a task of ECS ended: from what DescribeTasks says to a diagnosis and to the shapes of a status. Shared by all workloads whose tasks
 * may stop; knows none of them.
 */
package dev.fargate.ending;

/**
 * FargateTask, a run that ends: what its tasks are, when another one is started, what an ended one means for the run, and its loop. Knows
 * neither services nor Kubernetes' clients; what it starts it starts once, by client tokens and by what its status remembers.
 */
package dev.fargate.task;

/**
 * Why a task stopped: from ECS's stop code and words and the containers' exit codes to a cause out of a fixed set, what it means and what
 * to do next. Pure, and knows neither AWS's clients nor Kubernetes: what it may name comes in as {@link dev.fargate.diagnosis.TaskFacts}.
 */
package dev.fargate.diagnosis;

/**
 * FargateEnvironment: its own loop, and what the workloads that name it see of it: account, cluster, network, defaults, and the fence
 * around what a namespace may name.
 */
package dev.fargate.environment;

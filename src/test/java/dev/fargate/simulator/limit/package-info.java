/**
 * AWS's request limits: a token bucket for each account, region and category of ECS's actions. They run on real time, also
 * under a virtual clock, because the caller's own pacing does.
 */
package dev.fargate.simulator.limit;

/**
 * EventBridge for ECS's events: the rules and queues are moto's, the matching and sending happens here, because moto takes a
 * tenth of a second for each event and rule. Targets that are no queues, and input transformers, are left out.
 */
package dev.fargate.simulator.bus;

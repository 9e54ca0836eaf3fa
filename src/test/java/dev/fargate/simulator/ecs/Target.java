package dev.fargate.simulator.ecs;

/** A task's address in a target group of type {@code ip}. */
public record Target(String ip, int port) {}

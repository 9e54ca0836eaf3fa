package dev.fargate.reachability;

/**
 * A subnet.
 *
 * @param cidr its IPv4 addresses; empty where it has IPv6 only
 */
public record Subnet(String id, String zone, String cidr) {}

package dev.fargate.simulator.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One request to ECS, with the account and region that its signature named.
 *
 * @param operation the operation's name, such as {@code CreateService}
 * @param body the request in ECS's JSON, camel case keys
 * @param accountId the twelve digits of the caller's account
 * @param region such as {@code eu-west-1}
 * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}
 */
public record EcsCall(String operation, ObjectNode body, String accountId, String region, String partition) {}

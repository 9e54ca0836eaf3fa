package dev.fargate.simulator.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * One event of source {@code aws.ecs}.
 *
 * @param detailType such as {@code ECS Task State Change}
 * @param resources the ARNs that the event's rule patterns match
 */
public record EcsEvent(
        String detailType, List<String> resources, ObjectNode detail, Instant time, String accountId, String region) {}

package dev.fargate.simulator.ecs.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.task.TaskBook;
import java.util.List;

/**
 * What a service sees of the cluster it is in.
 *
 * @param strategy the cluster's default capacity provider strategy
 * @param providers the capacity providers associated with the cluster
 */
public record ServiceHome(
        String cluster, ServiceBook services, TaskBook tasks, JsonNode strategy, List<String> providers) {}

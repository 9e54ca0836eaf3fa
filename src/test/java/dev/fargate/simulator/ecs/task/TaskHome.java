package dev.fargate.simulator.ecs.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a task sees of the cluster it is in.
 *
 * @param strategy the cluster's default capacity provider strategy
 * @param providers the capacity providers associated with the cluster
 * @param hasService whether the cluster has a service of this name
 */
public record TaskHome(
        String cluster, TaskBook tasks, JsonNode strategy, List<String> providers, Predicate<String> hasService) {}

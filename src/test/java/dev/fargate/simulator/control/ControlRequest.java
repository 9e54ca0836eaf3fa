package dev.fargate.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A request to the control API.
 *
 * @param path the path's parts after {@code /_simulator/}
 */
record ControlRequest(String method, List<String> path, Map<String, String> query, ObjectNode body) {

    /** A number in the path, such as a fault's id. */
    int number(int part) {
        return Integer.parseInt(path.get(part));
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(query.getOrDefault(name, "false"));
    }
}

package dev.fargate.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Faults;
import dev.fargate.simulator.limit.RequestLimits;
import dev.fargate.simulator.wire.Json;
import java.util.List;

/** What stands in the way of calls: faults and limits. */
final class DisturbanceRoutes {
    private DisturbanceRoutes() {}

    static List<Route> of(Faults faults, RequestLimits limits) {
        return List.of(
                Route.answering("GET", "faults", _ -> Json.object().set("faults", faults.list())),
                Route.answering("POST", "faults", request -> add(faults, request)),
                Route.doing("DELETE", "faults", _ -> faults.clear()),
                Route.doing("DELETE", "faults/*", request -> faults.remove(request.number(1))),
                Route.doing("POST", "faults/*/release", request -> faults.release(request.number(1))),
                Route.answering("GET", "limits", _ -> usage(limits)),
                Route.answering("PUT", "limits", request -> {
                    limits.switchTo(!request.body().path("mode").asText().equals("none"));
                    return usage(limits);
                }),
                Route.doing("DELETE", "limits", _ -> limits.reset()));
    }

    private static JsonNode add(Faults faults, ControlRequest request) {
        try {
            return Json.object().put("id", faults.add(Json.MAPPER.treeToValue(request.body(), Fault.class)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a fault: " + e.getOriginalMessage(), e);
        }
    }

    private static ObjectNode usage(RequestLimits limits) {
        ObjectNode usage = Json.object().put("mode", limits.isOn() ? "aws" : "none");
        return usage.set("buckets", Json.MAPPER.valueToTree(limits.usage()));
    }
}

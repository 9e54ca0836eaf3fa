package dev.fargate.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.Simulation;
import dev.fargate.simulator.bus.Delivery;
import dev.fargate.simulator.wire.Json;
import java.time.Duration;
import java.util.List;

/** The simulated world itself: its time, its things, its end. */
final class WorldRoutes {
    private WorldRoutes() {}

    static List<Route> of(Simulation simulation) {
        return List.of(
                Route.answering("GET", "health", _ -> Json.object().put("status", "up")),
                Route.answering("GET", "clock", _ -> clock(simulation)),
                Route.answering("POST", "clock", request -> {
                    simulation.advance(
                            Duration.parse(request.body().path("advance").asText()));
                    return clock(simulation);
                }),
                Route.doing("POST", "ecs", request -> simulation.control(request.body())),
                Route.answering("GET", "dump", request -> dump(simulation, request)),
                Route.answering("GET", "dump/ecs", _ -> simulation.ecs().dump()),
                Route.answering("GET", "events", _ -> Json.object()
                        .set(
                                "events",
                                Json.MAPPER.valueToTree(simulation.events().list()))),
                Route.doing("DELETE", "events", _ -> simulation.events().clear()),
                Route.doing("PUT", "events/delivery", request -> simulation
                        .events()
                        .deliver(new Delivery(
                                request.body().path("copies").asInt(1),
                                request.body().path("shuffled").asBoolean(),
                                request.body().path("lost").asBoolean()))),
                Route.doing("POST", "reset", _ -> simulation.reset()));
    }

    private static JsonNode clock(Simulation simulation) {
        return Json.object()
                .put("now", simulation.clock().now().toString())
                .put("mode", simulation.clock().isRunning() ? "real" : "virtual");
    }

    private static JsonNode dump(Simulation simulation, ControlRequest request) {
        ObjectNode dump = Json.object();
        dump.set("ecs", simulation.ecs().dump());
        dump.set("scheduler", simulation.scheduler().dump());
        dump.set(
                "moto",
                simulation.listMoto(
                        request.query().get("account"), request.query().get("region")));
        return dump;
    }
}

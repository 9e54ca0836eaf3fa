package dev.fargate.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.fargate.simulator.Simulation;
import dev.fargate.simulator.door.Exchanges;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Received;
import dev.fargate.simulator.wire.Reply;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tests and people tell the simulator, and ask it. */
public final class ControlApi implements HttpHandler {
    public static final String ROOT = "/_simulator/";

    private final List<Route> routes;

    public ControlApi(Simulation simulation) {
        this.routes = Stream.of(
                        JournalRoutes.of(simulation.journal(), simulation.violations()),
                        DisturbanceRoutes.of(simulation.faults(), simulation.limits()),
                        WorldRoutes.of(simulation))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Exchanges.write(exchange, answer(Exchanges.read(exchange)));
    }

    private Reply answer(Received received) {
        try {
            ControlRequest request = parse(received);
            return routes.stream()
                    .filter(route -> route.serves(request))
                    .findFirst()
                    .map(route -> reply(200, route.action().apply(request)))
                    .orElseGet(() -> refused(404, "no such control: " + request.method() + " " + request.path()));
        } catch (AwsFault fault) {
            return refused(400, fault.code() + ": " + fault.getMessage());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return refused(400, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            return refused(500, e.toString());
        }
    }

    private static ControlRequest parse(Received received) throws IOException {
        String path = received.uri().getPath().substring(ROOT.length());
        JsonNode body = received.body().length == 0 ? Json.object() : Json.MAPPER.readTree(received.body());
        if (!(body instanceof ObjectNode object)) {
            throw new IllegalArgumentException("the body must be a JSON object");
        }
        return new ControlRequest(received.method(), List.of(path.split("/", -1)), query(received), object);
    }

    private static Map<String, String> query(Received received) {
        String query = received.uri().getRawQuery();
        if (query == null) {
            return Map.of();
        }
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (_, last) -> last));
    }

    private static Reply refused(int status, String reason) {
        return reply(status, Json.object().put("error", reason));
    }

    private static Reply reply(int status, JsonNode body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
    }
}

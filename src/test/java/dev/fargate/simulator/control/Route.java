package dev.fargate.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.wire.Json;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** One entry of the control API; a part of the path that is {@code *} stands for anything. */
record Route(String method, List<String> path, Function<ControlRequest, JsonNode> action) {

    static Route answering(String method, String path, Function<ControlRequest, JsonNode> action) {
        return new Route(method, List.of(path.split("/", -1)), action);
    }

    /** A route that has nothing to say but that it is done. */
    static Route doing(String method, String path, Consumer<ControlRequest> action) {
        return answering(method, path, request -> {
            action.accept(request);
            return Json.object();
        });
    }

    boolean serves(ControlRequest request) {
        if (!method.equals(request.method()) || path.size() != request.path().size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!path.get(i).equals("*") && !path.get(i).equals(request.path().get(i))) {
                return false;
            }
        }
        return true;
    }
}

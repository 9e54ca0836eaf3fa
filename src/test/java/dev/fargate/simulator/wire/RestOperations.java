package dev.fargate.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Names the operations of services that are called by method and path, from their models. */
public final class RestOperations {
    private static final Pattern LABEL = Pattern.compile("\\{[^}]+\\}");

    private final BotocoreData data;
    private final Map<String, List<Route>> routes = new ConcurrentHashMap<>();

    public RestOperations(BotocoreData data) {
        this.data = data;
    }

    /** The operation's name, or {@code METHOD /path} where no model knows it. */
    public String name(String service, String method, String path) {
        return routes.computeIfAbsent(service, this::load).stream()
                .filter(route ->
                        route.method.equals(method) && route.path.matcher(path).matches())
                .map(Route::operation)
                .findFirst()
                .orElse(method + " " + path);
    }

    private List<Route> load(String service) {
        return data.model(service).stream()
                .filter(model ->
                        model.path("metadata").path("protocol").asText().startsWith("rest"))
                .flatMap(model -> model.path("operations").valueStream())
                .map(RestOperations::route)
                // /clusters/{name}/x must win over a greedy /clusters/{name+}
                .sorted(Comparator.comparing(
                                (Route route) -> route.path.pattern().length())
                        .reversed())
                .toList();
    }

    private static Route route(JsonNode operation) {
        JsonNode http = operation.path("http");
        String uri = http.path("requestUri").asText();
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        String pattern = LABEL.matcher(path).replaceAll(label -> label.group().endsWith("+}") ? ".+" : "[^/]+");
        return new Route(
                http.path("method").asText(),
                Pattern.compile(pattern + "/?"),
                operation.path("name").asText());
    }

    private record Route(String method, Pattern path, String operation) {}
}

package dev.fargate.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.bus.Delivery;
import dev.fargate.simulator.ecs.EcsEvent;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.FaultReport;
import dev.fargate.simulator.journal.CallRecord;
import dev.fargate.simulator.journal.Outcome;
import dev.fargate.simulator.limit.RequestLimits;
import dev.fargate.simulator.model.Violations;
import dev.fargate.simulator.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The control API for tests. Every method throws {@link IllegalStateException} with the simulator's words if refused. */
public final class SimulatorClient {
    private static final Set<String> ENDED = Set.of("INACTIVE", "STOPPED");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI root;

    /**
     * A client of one simulator.
     *
     * @param endpoint such as {@code http://127.0.0.1:5001}
     */
    public SimulatorClient(URI endpoint) {
        this.root = endpoint.resolve("/_simulator/");
    }

    /** How often an operation was called, whatever came of it. */
    public long calls(String service, String operation) {
        return counts().stream()
                .filter(count ->
                        count.service().equals(service) && count.operation().equals(operation))
                .mapToLong(Count::count)
                .sum();
    }

    /** How often an operation was called and ended in this way. */
    public long calls(String service, String operation, Outcome outcome) {
        return counts().stream()
                .filter(count -> count.service().equals(service)
                        && count.operation().equals(operation)
                        && count.outcome() == outcome)
                .mapToLong(Count::count)
                .sum();
    }

    public List<Count> counts() {
        return list(get("counts").path("calls"), Count[].class);
    }

    /** How many things the calls that take lists asked for, by operation of ECS. */
    public List<Batches> batches() {
        return list(get("counts").path("batches"), Batches[].class);
    }

    /** Forgets counts, batches and calls. */
    public void resetCounts() {
        send("DELETE", "counts", null);
    }

    /** All calls since the last reset, in order of arrival, without their requests. */
    public List<CallRecord> calls() {
        return list(get("calls").path("calls"), CallRecord[].class);
    }

    /** The calls of one operation with their requests. */
    public List<CallRecord> requests(String service, String operation) {
        return list(
                get("calls?requests=true&service=" + service + "&operation=" + operation)
                        .path("calls"),
                CallRecord[].class);
    }

    public Instant now() {
        return Instant.parse(get("clock").path("now").asText());
    }

    /** Moves the clock on and lets everything happen that is due then. */
    public Instant advance(Duration step) {
        JsonNode clock = send("POST", "clock", Json.object().put("advance", step.toString()));
        return Instant.parse(clock.path("now").asText());
    }

    /** Puts a fault in force and returns its id. */
    public int add(Fault fault) {
        return send("POST", "faults", Json.MAPPER.valueToTree(fault)).path("id").asInt();
    }

    public List<FaultReport> faults() {
        return list(get("faults").path("faults"), FaultReport[].class);
    }

    /** Lets go of the calls that a fault holds. */
    public void release(int fault) {
        send("POST", "faults/" + fault + "/release", null);
    }

    public void remove(int fault) {
        send("DELETE", "faults/" + fault, null);
    }

    public void clearFaults() {
        send("DELETE", "faults", null);
    }

    /** Puts ECS's request buckets in force, or not. */
    public void limit(boolean asAws) {
        send("PUT", "limits", Json.object().put("mode", asAws ? "aws" : "none"));
    }

    public List<RequestLimits.BucketUse> bucketUse() {
        return list(get("limits").path("buckets"), RequestLimits.BucketUse[].class);
    }

    /** Fills the buckets and forgets their use. */
    public void resetLimits() {
        send("DELETE", "limits", null);
    }

    /** What was let through although the model forbids it; a test asserts that there is nothing. */
    public List<Violations.Counted> violations() {
        return list(get("violations").path("violations"), Violations.Counted[].class);
    }

    public void clearViolations() {
        send("DELETE", "violations", null);
    }

    /** Something that happens to ECS from outside, in the words of its own control. */
    public void ecs(ObjectNode command) {
        send("POST", "ecs", command);
    }

    /** Everything that ECS and moto hold, for "equal before and after". */
    public JsonNode dump() {
        return get("dump");
    }

    /** The dump without what AWS keeps after its end: INACTIVE services, clusters and revisions, STOPPED tasks, places with nothing else. */
    public JsonNode remaining() {
        JsonNode dump = dump();
        dropEnded(dump.path("ecs"));
        return dump;
    }

    /** The same of ECS alone; listing moto takes minutes where it holds thousands of messages. */
    public JsonNode remainingInEcs() {
        JsonNode ecs = heldByEcs();
        dropEnded(ecs);
        return ecs;
    }

    /** What ECS alone holds, with what has ended. */
    public JsonNode heldByEcs() {
        return get("dump/ecs");
    }

    private static void dropEnded(JsonNode ecs) {
        for (Iterator<JsonNode> accounts = ecs.elements(); accounts.hasNext(); ) {
            JsonNode account = accounts.next();
            int left = 0;
            for (JsonNode kind : account) {
                for (Iterator<JsonNode> things = kind.elements(); things.hasNext(); ) {
                    if (ENDED.contains(things.next().path("status").asText())) {
                        things.remove();
                    }
                }
                left += kind.size();
            }
            if (left == 0) {
                accounts.remove();
            }
        }
    }

    /** ECS's events, oldest first. */
    public List<EcsEvent> events() {
        return list(get("events").path("events"), EcsEvent[].class);
    }

    public void clearEvents() {
        send("DELETE", "events", null);
    }

    /** How ECS's events come to the queues of moto's event rules from now on. */
    public void deliver(Delivery delivery) {
        send("PUT", "events/delivery", Json.MAPPER.valueToTree(delivery));
    }

    /** A new and empty AWS, moto included; time goes on, and limits stay on or off. */
    public void reset() {
        send("POST", "reset", null);
    }

    private JsonNode get(String path) {
        return send("GET", path, null);
    }

    private JsonNode send(String method, String path, ObjectNode body) {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body));
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .method(method, publisher)
                .build();
        try {
            HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer = Json.parse(response.body());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("The simulator refused %s %s: %s"
                        .formatted(method, path, answer.path("error").asText()));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator does not answer " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the simulator answered", e);
        }
    }

    private static <T> List<T> list(JsonNode array, Class<T[]> type) {
        try {
            return Arrays.asList(Json.MAPPER.treeToValue(array, type));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often an operation ended in this way. */
    public record Count(String service, String operation, Outcome outcome, long count) {}

    /** Calls of an operation, the items they asked for together, and the most that one asked for. */
    public record Batches(String operation, long calls, long items, int largest) {}
}

package dev.fargate.simulator.bus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.moto.MotoCalls;
import dev.fargate.simulator.moto.Place;
import dev.fargate.simulator.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Who wants which events: the enabled rules of moto's default bus with their queues, until a rule or target changes. */
final class Subscriptions {
    private final MotoCalls moto;
    private final Map<Place, List<Subscription>> known = new ConcurrentHashMap<>();

    Subscriptions(MotoCalls moto) {
        this.moto = moto;
    }

    List<Subscription> of(Place place) {
        return known.computeIfAbsent(place, this::ask);
    }

    void forget() {
        known.clear();
    }

    private List<Subscription> ask(Place place) {
        return call(place, "ListRules", Map.of())
                .path("Rules")
                .valueStream()
                .filter(rule -> rule.path("State").asText().equals("ENABLED") && rule.hasNonNull("EventPattern"))
                .flatMap(rule -> subscriptions(place, rule))
                .toList();
    }

    private Stream<Subscription> subscriptions(Place place, JsonNode rule) {
        EventPattern pattern =
                new EventPattern(Json.parse(rule.path("EventPattern").asText()));
        return call(place, "ListTargetsByRule", Map.of("Rule", rule.path("Name").asText()))
                .path("Targets")
                .valueStream()
                .map(target -> target.path("Arn").asText().split(":", -1))
                .filter(arn -> arn.length == 6 && arn[2].equals("sqs"))
                .map(arn -> new Subscription(pattern, new Queue(new Place(arn[4], arn[3]), arn[5])));
    }

    private JsonNode call(Place place, String operation, Map<String, String> body) {
        return Json.parse(moto.json(place, "events", "AWSEvents." + operation, Json.MAPPER.valueToTree(body))
                .body());
    }

    /** A rule's pattern and one queue it sends to. */
    record Subscription(EventPattern pattern, Queue queue) {}

    /** A queue, which may be in another account or region than the rule. */
    record Queue(Place place, String name) {
        /** moto looks at the path only. */
        String url() {
            return "http://127.0.0.1/" + place.accountId() + "/" + name;
        }
    }
}

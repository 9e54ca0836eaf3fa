package dev.fargate.described;

import static dev.fargate.described.Descriptions.elements;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.aws.sdk.ServiceEvents;
import dev.fargate.diagnosis.Cause;
import dev.fargate.diagnosis.Diagnosis;
import dev.fargate.diagnosis.Ending;
import dev.fargate.diagnosis.TaskFacts;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A service as DescribeServices tells it: what its events complain about, alike ones once, newest first. */
final class DescribedService {
    /** They tell that something failed; why is in other events, or in the stopped tasks. */
    private static final Pattern THAT_NOT_WHY =
            Pattern.compile("unable to consistently start|deployment failed|rolling back", Pattern.CASE_INSENSITIVE);

    private DescribedService() {}

    static Stream<Described> of(JsonNode service) {
        TaskFacts facts = facts(service);
        Set<Object> told = new HashSet<>();
        List<Described> complaints = elements(service.path("events"))
                .filter(event -> !ServiceEvents.isRoutine(event.path("message").asText("")))
                .map(event -> new Described(
                        "service " + service.path("serviceName").asText(""),
                        Descriptions.time(event.path("createdAt")),
                        Ending.of(event.path("message").asText("")),
                        facts))
                .filter(event -> told.add(kind(event)))
                .toList();
        List<Described> why = complaints.stream()
                .filter(event -> !THAT_NOT_WHY.matcher(event.ending().reason()).find())
                .toList();
        return (why.isEmpty() ? complaints : why).stream();
    }

    /** Of words that are not known each is a kind of its own. */
    private static Object kind(Described event) {
        Diagnosis diagnosis = Diagnosis.of(event.ending(), event.facts());
        return diagnosis.cause() == Cause.Unknown ? event.ending().reason() : diagnosis;
    }

    private static TaskFacts facts(JsonNode service) {
        JsonNode network = service.path("networkConfiguration").path("awsvpcConfiguration");
        return new TaskFacts(
                new TaskFacts.Size(OptionalInt.empty(), "", OptionalInt.empty(), ""),
                new TaskFacts.Roles("", ""),
                new TaskFacts.Network(
                        elements(network.path("subnets")).map(JsonNode::asText).toList(),
                        elements(network.path("securityGroups"))
                                .map(JsonNode::asText)
                                .toList(),
                        network.path("assignPublicIp").asText("").equals("ENABLED")),
                List.of(),
                List.of());
    }
}

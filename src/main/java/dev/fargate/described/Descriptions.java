package dev.fargate.described;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.aws.sdk.ServiceEvents;
import dev.fargate.diagnosis.Ending;
import dev.fargate.diagnosis.TaskFacts;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads documents of the AWS CLI, one after the other, or lines with a task, a service, an event of a service or of EventBridge each. */
public final class Descriptions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXPECTED =
            "expected what `aws ecs describe-tasks` or `describe-services` prints as JSON, or a task, service or service event in each line";

    private Descriptions() {}

    /**
     * All that stopped or is complained about, in the order of the text. Tasks that run and routine events are left out.
     *
     * @throws NotDescribed the text is no JSON, or nothing of ECS is in it
     * @throws IOException it could not be read
     */
    public static List<Described> read(Reader text) throws IOException {
        List<Described> found = new ArrayList<>();
        int documents = 0;
        try (MappingIterator<JsonNode> nodes = JSON.readerFor(JsonNode.class).readValues(text)) {
            while (nodes.hasNextValue()) {
                documents++;
                of(nodes.nextValue()).forEach(found::add);
            }
        } catch (JacksonException e) {
            throw new NotDescribed(
                    "document %d is no JSON (%s); %s".formatted(documents + 1, e.getOriginalMessage(), EXPECTED));
        }
        if (documents == 0) {
            throw new NotDescribed("the text is empty; " + EXPECTED);
        }
        return found;
    }

    private static Stream<Described> of(JsonNode node) {
        if (node.isArray()) {
            return elements(node).flatMap(Descriptions::of);
        }
        if (node.has("tasks") || node.has("services") || node.has("failures")) {
            return Stream.of(
                            elements(node.path("tasks")).flatMap(DescribedTask::of),
                            elements(node.path("services")).flatMap(DescribedService::of),
                            elements(node.path("failures")).map(Descriptions::failure))
                    .flatMap(described -> described);
        }
        if (node.has("detail")) {
            return of(node.get("detail"));
        }
        if (node.has("taskArn")) {
            return DescribedTask.of(node);
        }
        if (node.has("serviceArn")) {
            return DescribedService.of(node);
        }
        if (node.has("message")) {
            return Stream.of(node.get("message").asText())
                    .filter(message -> !ServiceEvents.isRoutine(message))
                    .map(message -> new Described(
                            "service event", time(node.path("createdAt")), Ending.of(message), TaskFacts.NONE));
        }
        throw new NotDescribed("found %s; %s".formatted(kind(node), EXPECTED));
    }

    /** What RunTask did not place, or what Describe… did not find. */
    private static Described failure(JsonNode failure) {
        String reason = Stream.of("reason", "detail")
                .map(field -> failure.path(field).asText(""))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(": "));
        if (reason.startsWith("MISSING")) {
            throw new NotDescribed(
                    "ECS knows no %s: correct the name or the cluster; a stopped task is forgotten after an hour"
                            .formatted(failure.path("arn").asText("such object")));
        }
        return new Described("failure", "", Ending.of(reason), TaskFacts.NONE);
    }

    static Stream<JsonNode> elements(JsonNode array) {
        Iterable<JsonNode> elements = array::elements;
        return Stream.iterate(elements.iterator(), Iterator::hasNext, next -> next)
                .map(Iterator::next);
    }

    /** The AWS CLI writes RFC 3339, or in its first version seconds since 1970. */
    static String time(JsonNode node) {
        return node.isNumber()
                ? Instant.ofEpochMilli(Math.round(node.asDouble() * 1000)).toString()
                : node.asText("");
    }

    private static String kind(JsonNode node) {
        return node.isObject()
                ? "an object with "
                        + node.properties().stream()
                                .limit(5)
                                .map(Map.Entry::getKey)
                                .collect(Collectors.joining(", "))
                : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}

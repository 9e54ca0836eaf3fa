package dev.fargate.simulator.ecs.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.EcsCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A call with its members within reach; an absent member and a null one are the same. */
public record Request(EcsCall call) {

    public ObjectNode body() {
        return call.body();
    }

    public Realm realm() {
        return Realm.of(call);
    }

    public boolean has(String member) {
        return body().hasNonNull(member);
    }

    public JsonNode at(String member) {
        return body().path(member);
    }

    public Optional<String> text(String member) {
        return has(member) ? Optional.of(at(member).asText()) : Optional.empty();
    }

    public String text(String member, String otherwise) {
        return text(member).orElse(otherwise);
    }

    public OptionalInt integer(String member) {
        return has(member) ? OptionalInt.of(at(member).asInt()) : OptionalInt.empty();
    }

    public boolean flag(String member) {
        return at(member).asBoolean(false);
    }

    public List<String> texts(String member) {
        return texts(at(member));
    }

    /** Whether {@code include} asks for this part of the reply. */
    public boolean includes(String part) {
        return texts("include").contains(part);
    }

    /** The strings of a list; none if it is absent. */
    public static List<String> texts(JsonNode list) {
        List<String> all = new ArrayList<>(list.size());
        list.forEach(element -> all.add(element.asText()));
        return all;
    }
}

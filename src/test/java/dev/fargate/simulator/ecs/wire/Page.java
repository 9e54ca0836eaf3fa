package dev.fargate.simulator.ecs.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import java.util.Base64;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One page of a listing. The token names the last key given out, so that what is created or deleted between two pages
 * moves nothing.
 */
public final class Page {
    private static final int MOST = 100;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Page() {}

    /**
     * The reply for the page that the request asks for.
     *
     * @param member what the list is called in the reply
     * @param usual how many come without {@code maxResults}
     * @param keysAfter the keys that follow the given one in order; the empty string precedes all
     * @param written what the list shows for a key
     */
    public static ObjectNode of(
            Request request,
            String member,
            int usual,
            Function<String, Stream<String>> keysAfter,
            Function<String, String> written) {
        int size = request.integer("maxResults").orElse(usual);
        if (size < 1 || size > MOST) {
            throw AwsFault.invalidParameter("maxResults should be between 1 and 100.");
        }
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        ArrayNode list = reply.putArray(member);
        String last = "";
        Iterator<String> keys = keysAfter
                .apply(request.text("nextToken").map(Page::opened).orElse(""))
                .iterator();
        while (keys.hasNext()) {
            String key = keys.next();
            if (list.size() == size) {
                reply.put("nextToken", sealed(last));
                break;
            }
            list.add(written.apply(key));
            last = key;
        }
        return reply;
    }

    private static String sealed(String key) {
        return ENCODER.encodeToString(("v1|" + key).getBytes(UTF_8));
    }

    private static String opened(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            if (text.startsWith("v1|")) {
                return text.substring(3);
            }
        } catch (IllegalArgumentException notOurs) {
            throw invalid();
        }
        throw invalid();
    }

    private static AwsFault invalid() {
        return AwsFault.invalidParameter("Invalid token.");
    }
}

package dev.fargate.simulator.moto;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.wire.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The simulator's own calls to moto. They are not counted, limited or disturbed. */
public final class MotoCalls {
    private final Upstream upstream;

    public MotoCalls(Upstream upstream) {
        this.upstream = upstream;
    }

    /** A call in the query protocol. */
    Reply query(Place place, String service, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(place, service, "application/x-www-form-urlencoded; charset=utf-8", "", body);
    }

    /** A call in the JSON protocol. */
    public Reply json(Place place, String service, String target, JsonNode body) {
        return send(place, service, "application/x-amz-json-1.1", target, body.toString());
    }

    private Reply send(Place place, String service, String contentType, String target, String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", contentType);
        // moto takes the account from this header before it looks at the key.
        headers.put("x-moto-account-id", place.accountId());
        headers.put(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=simulator/20260101/%s/%s/aws4_request, SignedHeaders=host, Signature=0"
                        .formatted(place.region(), service));
        if (!target.isEmpty()) {
            headers.put("X-Amz-Target", target);
        }
        return upstream.send("/", headers, body.getBytes(StandardCharsets.UTF_8));
    }
}

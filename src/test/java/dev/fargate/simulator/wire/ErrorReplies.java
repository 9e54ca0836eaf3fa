package dev.fargate.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * Errors in each protocol's envelope.
 *
 * <p>Sources: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#operation-error-serialization,
 * .../aws-query-protocol.html#operation-error-serialization, .../aws-ec2-query-protocol.html, .../aws-restjson1-protocol.html
 */
public final class ErrorReplies {
    private ErrorReplies() {}

    public static Reply of(Protocol protocol, AwsError error) {
        String requestId = UUID.randomUUID().toString();
        return switch (protocol) {
            case JSON, CBOR -> json(error, requestId);
            case REST_JSON -> restJson(error, requestId);
            case QUERY ->
                xml(error.status(), requestId, """
                <ErrorResponse><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error>\
                <RequestId>%s</RequestId></ErrorResponse>""".formatted(
                                error.status() < 500 ? "Sender" : "Receiver",
                                error.code(),
                                escape(error.message()),
                                requestId));
            case EC2 -> xml(error.status(), requestId, """
                <?xml version="1.0" encoding="UTF-8"?>
                <Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors>\
                <RequestID>%s</RequestID></Response>""".formatted(error.code(), escape(error.message()), requestId));
        };
    }

    private static Reply json(AwsError error, String requestId) {
        ObjectNode body = Json.object();
        body.put("__type", error.code()).put("message", error.message()).setAll(error.extra());
        return new Reply(
                error.status(),
                Map.of(
                        "Content-Type",
                        "application/x-amz-json-1.1",
                        "x-amzn-ErrorType",
                        error.code(),
                        "x-amzn-RequestId",
                        requestId),
                Json.bytes(body));
    }

    private static Reply restJson(AwsError error, String requestId) {
        ObjectNode body = Json.object();
        body.put("message", error.message()).setAll(error.extra());
        return new Reply(
                error.status(),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "x-amzn-ErrorType",
                        error.code(),
                        "x-amzn-RequestId",
                        requestId),
                Json.bytes(body));
    }

    private static Reply xml(int status, String requestId, String body) {
        return new Reply(
                status,
                Map.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

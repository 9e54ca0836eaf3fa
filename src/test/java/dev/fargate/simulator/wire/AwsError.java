package dev.fargate.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error before it is written in a protocol; {@code extra} are members beside code and message. */
public record AwsError(int status, String code, String message, ObjectNode extra) {

    public AwsError(int status, String code, String message) {
        this(status, code, message, Json.object());
    }
}

package dev.fargate.simulator.ecs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal in AWS's own terms: the error's code, its words, and the further members its shape has. */
public final class AwsFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final String code;
    private final transient ObjectNode extra;

    /** A refusal with members beside the message, such as {@code resourceIds} of ConflictException. */
    public AwsFault(int httpStatus, String code, String message, ObjectNode extra) {
        // Refusals are answers here, not accidents: a stack trace for each would cost more than the call.
        super(message, null, false, false);
        this.httpStatus = httpStatus;
        this.code = code;
        this.extra = extra;
    }

    /** A refusal that is code and message only. */
    public AwsFault(int httpStatus, String code, String message) {
        this(httpStatus, code, message, JsonNodeFactory.instance.objectNode());
    }

    /** Something is wrong with one parameter's value or with how the parameters go together. */
    public static AwsFault invalidParameter(String message) {
        return new AwsFault(400, "InvalidParameterException", message);
    }

    /** ECS's general word for a request that cannot be carried out. */
    public static AwsFault client(String message) {
        return new AwsFault(400, "ClientException", message);
    }

    public int httpStatus() {
        return httpStatus;
    }

    public String code() {
        return code;
    }

    public ObjectNode extra() {
        return extra;
    }
}

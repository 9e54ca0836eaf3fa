package dev.fargate.simulator.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/** What a fault does to a call. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.Throttle.class, name = "throttle"),
    @JsonSubTypes.Type(value = Effect.Fail.class, name = "fail"),
    @JsonSubTypes.Type(value = Effect.Deny.class, name = "deny"),
    @JsonSubTypes.Type(value = Effect.Latency.class, name = "latency"),
    @JsonSubTypes.Type(value = Effect.Drop.class, name = "drop"),
    @JsonSubTypes.Type(value = Effect.Distort.class, name = "distort"),
    @JsonSubTypes.Type(value = Effect.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = Effect.Hold.class, name = "hold"),
    @JsonSubTypes.Type(value = Effect.Kill.class, name = "kill")
})
public sealed interface Effect {

    /** Refused for its rate, without an effect. */
    record Throttle(Disguise disguise) implements Effect {
        public Throttle {
            disguise = disguise == null ? Disguise.THROTTLING : disguise;
        }
    }

    /** Refused with this error, without an effect. By default a 500 in the service's own words. */
    record Fail(Integer status, String code, String message) implements Effect {
        /** The plain 500. */
        public Fail() {
            this(null, null, null);
        }
    }

    /** Refused as IAM would, in words that name the action. */
    record Deny() implements Effect {}

    /** Answered later; the effect is not delayed. */
    record Latency(Duration delay) implements Effect {}

    /** The connection is closed without an answer: a lost request (before the effect) or a lost reply (after it). */
    record Drop(When when) implements Effect {}

    /** The effect happens and the reply is damaged. */
    record Distort(Damage damage) implements Effect {}

    /** The effect happens and this is answered instead. */
    record Answer(int status, String contentType, String body) implements Effect {}

    /** The call stands still until the fault is released or cleared. */
    record Hold(When when) implements Effect {}

    /** SIGKILL of a process, which is gone before the call goes on; nobody answers. */
    record Kill(long pid, When when) implements Effect {}

    /** How a reply is damaged. */
    enum Damage {
        /** A document without members, with status 200. */
        EMPTY,
        /** Half of the bytes that the reply's length announced. */
        PARTIAL
    }

    /** The forms in which throttling reaches a caller. */
    enum Disguise {
        /** The protocol's own: ThrottlingException, Throttling, or RequestLimitExceeded for EC2. */
        THROTTLING,
        /** ClientException "Rate exceeded". */
        CLIENT_EXCEPTION,
        /** InvalidParameterException whose text quotes a service behind ECS. */
        INVALID_PARAMETER,
        /** 503 RequestLimitExceeded, EC2's. */
        REQUEST_LIMIT
    }
}

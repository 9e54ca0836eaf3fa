package dev.fargate.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.described.Described;
import dev.fargate.diagnosis.Cause;
import dev.fargate.diagnosis.Diagnosis;
import dev.fargate.diagnosis.Evidence;
import java.util.List;

/**
 * A diagnosis as the command line tells it. The names of the fields may be relied on.
 *
 * @param reason ECS's words, where they are not known; else the advice says it better
 */
@JsonInclude(Include.NON_EMPTY)
@JsonPropertyOrder({"subject", "at", "cause", "failure", "advice", "restsOn", "reason"})
record Verdict(
        String subject, String at, String cause, boolean failure, String advice, RestsOn restsOn, String reason) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was seen. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonPropertyOrder({"stopCode", "container", "image", "exitCode", "names"})
    record RestsOn(String stopCode, String container, String image, Integer exitCode, List<String> names) {
        static RestsOn of(Evidence evidence) {
            return new RestsOn(
                    evidence.code(),
                    evidence.container().orElse(""),
                    evidence.image().orElse(""),
                    evidence.exitCode().isPresent() ? evidence.exitCode().getAsInt() : null,
                    evidence.names());
        }
    }

    static Verdict of(Described described) {
        Diagnosis diagnosis = Diagnosis.of(described.ending(), described.facts());
        return new Verdict(
                described.subject(),
                described.at(),
                diagnosis.cause().name(),
                diagnosis.cause().isFailure(),
                diagnosis.meaning(),
                RestsOn.of(Evidence.of(described.ending(), described.facts())),
                diagnosis.cause() == Cause.Unknown ? described.ending().reason() : "");
    }

    String json() throws JsonProcessingException {
        return JSON.writeValueAsString(this);
    }

    String text() {
        return "%s%s: %s%s%n  %s%s"
                .formatted(
                        subject,
                        at.isEmpty() ? "" : " at " + at,
                        cause,
                        failure ? "" : " (no failure)",
                        advice,
                        reason.isEmpty() ? "" : "%n  ECS says: %s".formatted(reason));
    }
}

package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/** The last run of a hook. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record HookRun(
        @JsonPropertyDescription("preDeploy or postDeploy.") ServiceHooks.Stage hook,

        @JsonPropertyDescription("Name of the FargateTask.") @Size(max = 63)
        String run,

        @JsonPropertyDescription("Hash of the settings whose rollout it went with.") @Size(max = 128)
        String content,

        @JsonPropertyDescription(
                "Tells this run from others for the same settings, after an edit of the hook or a restart-at.")
        @Size(max = 128)
        String attempt,

        @JsonPropertyDescription("Running, Succeeded or Failed.")
        State state,

        @JsonPropertyDescription("When that became known, RFC 3339.") @Size(max = 64)
        String at,

        @JsonPropertyDescription("Why it failed.") @Size(max = 1024)
        String message) {

    /** How far it is. */
    public enum State {
        Running,
        Succeeded,
        Failed
    }
}

package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** The revisions of a task definition that a resource registered or uses. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Revisions(
        @JsonPropertyDescription("The revision that is to run.") @Size(max = 2048)
        String arn,

        @JsonPropertyDescription("Content hash of that revision.") @Size(max = 128)
        String hash,

        @JsonPropertyDescription("Content hash about to be registered, written before the call.") @Size(max = 128)
        String intent,

        @JsonPropertyDescription(
                "Generation of the FargateTaskDefinition when its revision was taken; 0 for one named by ARN.")
        @Min(0)
        Long sourceGeneration,

        @JsonPropertyDescription("Revisions that this resource registered and that are still ACTIVE, oldest first.")
        @Size(max = 1000)
        List<@Size(max = 2048) String> revisions) {

    public Revisions {
        revisions = Api.filled(revisions);
    }
}

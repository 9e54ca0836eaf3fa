package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

/** What is known of the task definition; written by the operator. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FargateTaskDefinitionStatus(
        @JsonPropertyDescription("Generation of the spec that this status is about.") @Min(Observed.NOT_YET)
        Long observedGeneration,

        @JsonPropertyDescription("Ready; Reconciling and Stalled only while True.") @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("What is wrong now, and what to do; absent while nothing is.")
        ProblemReport problem,

        @JsonPropertyDescription(
                "Where the revisions were registered; cleanup uses this, not what the environment says by then.")
        Place place,

        @JsonPropertyDescription("The family.") @Size(max = 255)
        String family,

        @JsonPropertyDescription("Number of the newest revision.") @Min(0) @Max(2147483647)
        Integer revision,

        @JsonPropertyDescription("The newest revision, and what is known of earlier ones.")
        Revisions taskDefinition,

        @JsonPropertyDescription("Services that name this task definition; brought up to date every 30 s at most.")
        @Min(0)
        @Max(2147483647)
        Integer services,

        @JsonPropertyDescription("Keys of the tags that the spec declared when they were last put.") @Size(max = 100)
        List<@Size(max = 128) String> tagKeys,

        @JsonPropertyDescription("Hash of all tags that were last put on the newest revision.") @Size(max = 128)
        String tagsHash,

        @JsonPropertyDescription("What would be done, when managementPolicy is Observe; the first 20 changes.")
        @Size(max = 20)
        List<PlannedChange> plan,

        @JsonPropertyDescription("The fargate.dev/reconcile-at annotation that was last acted upon.") @Size(max = 64)
        String lastHandledReconcileAt)
        implements Observed {

    public FargateTaskDefinitionStatus {
        conditions = Api.filled(conditions);
        tagKeys = Api.filled(tagKeys);
        plan = Api.filled(plan);
    }
}

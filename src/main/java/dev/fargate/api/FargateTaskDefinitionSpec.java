package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;

/** What the task definition is to be; the operator never writes it. */
@ValidationRule(value = FargateTaskDefinitionSpec.FAMILY, message = FargateTaskDefinitionSpec.FAMILY_SAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FargateTaskDefinitionSpec(
        @JsonPropertyDescription("Name of the FargateEnvironment whose account, defaults and access apply. Immutable.")
        @Required
        @Size(min = 1, max = 63)
        @ValidationRule(
                value = "self == oldSelf",
                message = "environment is immutable: delete the task definition and create it in the other environment")
        String environment,

        @JsonPropertyDescription(
                "Family of the revisions: 1 to 255 letters, digits, _ and -. One that does not begin with "
                        + "<namespace>_ must match the environment's access.taskDefinitions as ARN without revision. Immutable. "
                        + "Absent: default <namespace>_<name>.")
        @Size(max = 255)
        @Pattern(Formats.NAME)
        String family,

        @JsonPropertyDescription(
                "What a task runs. A change registers a new revision and rolls the services that use it.")
        @Required
        Task task,

        @JsonPropertyDescription(
                "Earlier revisions that stay registered, 0 to 20; those in use stay anyway. Absent: default 3.")
        @Min(0)
        @Max(20)
        Integer revisionHistoryLimit,

        @JsonPropertyDescription(ManagementPolicy.SAYS) ManagementPolicy managementPolicy,

        @JsonPropertyDescription(DeletionPolicy.SAYS) DeletionPolicy deletionPolicy,

        @JsonPropertyDescription(
                "What to do when the newest revision of the family carries no owner tags. Never leaves the family "
                        + "alone and says so; IfExists registers further revisions in it, if it matches the environment's access.adopt; "
                        + "earlier ones are never deregistered. One that another resource owns is never taken. Absent: default Never.")
        AdoptionPolicy adoptionPolicy,

        @JsonPropertyDescription(
                "Tags on the revisions, over the environment's of the same key; up to 42 (AWS takes 50, the operator needs 8). "
                        + "Other tags that are there stay. Absent: default none.")
        @Size(max = TagRules.MOST)
        @ValidationRule(value = TagRules.LENGTH, message = TagRules.LENGTH_SAYS)
        @ValidationRule(value = TagRules.RESERVED, message = TagRules.RESERVED_SAYS)
        @ValidationRule(value = TagRules.OURS, message = TagRules.OURS_SAYS)
        Map<String, @Size(max = 256) @Pattern(TagRules.CHARACTERS) String> tags) {

    static final String FAMILY = "(has(self.family) ? self.family : '') == (has(oldSelf.family) ? oldSelf.family : '')";
    static final String FAMILY_SAYS = "family is immutable: create another FargateTaskDefinition for the other family";

    public FargateTaskDefinitionSpec {
        tags = Api.filled(tags);
    }
}

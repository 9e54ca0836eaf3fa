package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.fargate.api.EnvironmentNetwork.TagSelector;
import dev.fargate.api.FargateEnvironmentSpec.AssumeRole;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/** What the profile is to be; the operator never writes it. */
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(value = ProfileRules.ONE_WAY, message = ProfileRules.ONE_WAY_SAYS)
public record FargateProfileSpec(
        @JsonPropertyDescription("AWS region of the EKS cluster, such as eu-central-1. Immutable.")
        @Required
        @Size(max = 32)
        @ValidationRule(value = Formats.REGION, message = Formats.REGION_SAYS)
        @ValidationRule(
                value = "self == oldSelf",
                message = "region is immutable: create another FargateProfile for the other region")
        String region,

        @JsonPropertyDescription("Role that the operator takes to work on this profile. "
                + "Absent: default the operator's own identity and account.")
        AssumeRole assumeRole,

        @JsonPropertyDescription("Name of the EKS cluster. Immutable.")
        @Required
        @Size(min = 1, max = 100)
        @Pattern(ProfileRules.CLUSTER_NAME)
        @ValidationRule(
                value = "self == oldSelf",
                message = "clusterName is immutable: create another FargateProfile for the other cluster")
        String clusterName,

        @JsonPropertyDescription(
                "1 to 91 letters, digits, _ and -, not beginning with eks-. While a change replaces the profile, the other one"
                        + " is called NAME-HASH. Immutable. Absent: default the resource's name.")
        @Size(min = 1, max = 91)
        @Pattern(ProfileRules.NAME)
        @ValidationRule(value = ProfileRules.RESERVED, message = ProfileRules.RESERVED_SAYS)
        String fargateProfileName,

        @JsonPropertyDescription(
                "ARN of the role that Fargate takes to pull images and to write logs for the pods; it trusts"
                        + " eks-fargate-pods.amazonaws.com and is no role of a node group. Or Managed: the operator makes one for this"
                        + " profile alone, which its setting --pod-role-path must allow, and deletes it after the profile. A change"
                        + " replaces the profile.")
        @Required
        @Size(max = 2048)
        @ValidationRule(value = ProfileRules.ROLE, message = ProfileRules.ROLE_SAYS)
        String podExecutionRole,

        @JsonPropertyDescription(
                "Ids of 1 to 16 private subnets of the cluster's VPC: EKS accepts none with a direct route to an"
                        + " internet gateway. A change replaces the profile. Absent: default those that subnetSelector chooses.")
        @Size(min = 1, max = 16)
        @ValidationRule(value = Formats.SUBNETS, message = Formats.SUBNETS_SAYS)
        List<@Size(max = 64) String> subnets,

        @JsonPropertyDescription(
                "Chooses the subnets by their tags, in the cluster's VPC; at most 16 may match, all private. A subnet that gets or"
                        + " loses the tags later replaces the profile. Absent: default those of subnets.")
        TagSelector subnetSelector,

        @JsonPropertyDescription(
                "1 to 5 selectors; a pod that one of them matches runs on Fargate. A change replaces the profile.")
        @Required
        @Size(min = 1, max = 5)
        List<PodSelector> selectors,

        @JsonPropertyDescription(
                "Tags of the profile; up to 42 (AWS takes 50, the operator needs 8). Other tags that are there stay."
                        + " Absent: default none.")
        @Size(max = TagRules.MOST)
        @ValidationRule(value = TagRules.LENGTH, message = TagRules.LENGTH_SAYS)
        @ValidationRule(value = TagRules.RESERVED, message = TagRules.RESERVED_SAYS)
        @ValidationRule(value = TagRules.OURS, message = TagRules.OURS_SAYS)
        Map<String, @Size(max = 256) @Pattern(TagRules.CHARACTERS) String> tags,

        @JsonPropertyDescription(
                "What a change of a field does that AWS cannot change. CreateFirst makes a second profile, waits until it is"
                        + " ACTIVE and deletes the former, so that pods always have a home; the cluster's quota of profiles needs"
                        + " a free slot. DeleteFirst deletes the former first: its pods stop and wait. Never leaves it as it is and"
                        + " says so. Absent: default CreateFirst.")
        ReplacePolicy replacePolicy,

        @JsonPropertyDescription(ManagementPolicy.SAYS) ManagementPolicy managementPolicy,
        @JsonPropertyDescription(DriftPolicy.SAYS) DriftPolicy driftPolicy,

        @JsonPropertyDescription(IgnoredField.TAGS_IS)
        @Size(max = IgnoredField.MOST)
        @ValidationRule(value = IgnoredField.TAGS, message = IgnoredField.TAGS_SAYS)
        List<@Size(max = 160) String> ignoreFields,

        @JsonPropertyDescription(DeletionPolicy.SAYS) DeletionPolicy deletionPolicy,

        @JsonPropertyDescription(
                "What to do with a profile of this name that exists without owner tags. Never leaves it alone and says so;"
                        + " IfExists takes it over and makes it as the spec asks, deletion included. One that another resource owns"
                        + " is never taken. Absent: default Never.")
        AdoptionPolicy adoptionPolicy) {

    public FargateProfileSpec {
        subnets = Api.filled(subnets);
        selectors = Api.filled(selectors);
        ignoreFields = Api.filled(ignoreFields);
        tags = Api.filled(tags);
    }

    /** How a field is changed that AWS cannot change. */
    public enum ReplacePolicy {
        CreateFirst,
        DeleteFirst,
        Never
    }

    /** Pods of a namespace, perhaps only those with certain labels. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PodSelector(
            @JsonPropertyDescription("The pod's namespace; * stands for any characters, ? for one.")
            @Required
            @Size(min = 1, max = 63)
            @Pattern(ProfileRules.NAMESPACE)
            String namespace,

            @JsonPropertyDescription(
                    "Up to 5 labels, all of which the pod has; * and ? stand for any characters and for one, in keys and in"
                            + " values. Absent: default all pods of the namespace.")
            @Size(max = 5)
            @ValidationRule(value = ProfileRules.LABELS, message = ProfileRules.LABELS_SAYS)
            Map<String, @Size(max = 63) String> labels) {

        public PodSelector {
            labels = Api.filled(labels);
        }
    }
}

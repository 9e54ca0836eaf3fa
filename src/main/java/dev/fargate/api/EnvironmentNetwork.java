package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/** Where the network interfaces of an environment's tasks are: subnets and security groups by id, or chosen by their tags. */
@ValidationRule(value = EnvironmentNetwork.ONE_WAY, message = EnvironmentNetwork.ONE_WAY_SAYS)
@ValidationRule(value = EnvironmentNetwork.GROUPS_ONE_WAY, message = EnvironmentNetwork.GROUPS_ONE_WAY_SAYS)
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record EnvironmentNetwork(
        @JsonPropertyDescription(
                "Id of the VPC that subnets and security groups lie in; narrows the selectors, and is compared "
                        + "with what is given by id. Absent: default that of the subnets.")
        @Size(max = 64)
        @ValidationRule(value = Formats.VPC, message = Formats.VPC_SAYS)
        String vpcId,

        @JsonPropertyDescription(
                "Ids of 1 to 16 subnets of one VPC. Absent: default those that subnetSelector chooses.")
        @Size(min = 1, max = 16)
        @ValidationRule(value = Formats.SUBNETS, message = Formats.SUBNETS_SAYS)
        List<@Size(max = 64) String> subnets,

        @JsonPropertyDescription(
                "Chooses the subnets by their tags; at most 16 may match. A subnet that gets or loses the tags "
                        + "later joins or leaves. Absent: default those of subnets.")
        TagSelector subnetSelector,

        @JsonPropertyDescription("Ids of up to 5 security groups of the same VPC. Absent: default those that "
                + "securityGroupSelector chooses, else unmanaged (AWS takes the VPC's default group).")
        @Size(min = 1, max = 5)
        @ValidationRule(value = Formats.SECURITY_GROUPS, message = Formats.SECURITY_GROUPS_SAYS)
        List<@Size(max = 64) String> securityGroups,

        @JsonPropertyDescription(
                "Chooses the security groups by their tags; at most 5 may match. Absent: default those of "
                        + "securityGroups.")
        TagSelector securityGroupSelector,

        @JsonPropertyDescription("Give each task a public address; a task in a public subnet needs one to reach the "
                + "internet. Absent: default false.")
        Boolean assignPublicIp) {

    static final String ONE_WAY = "has(self.subnets) != has(self.subnetSelector)";
    static final String ONE_WAY_SAYS =
            "an environment says where tasks run: list subnets by id in network.subnets, or choose"
                    + " them by tags in network.subnetSelector; one of the two";
    static final String GROUPS_ONE_WAY = "!(has(self.securityGroups) && has(self.securityGroupSelector))";
    static final String GROUPS_ONE_WAY_SAYS =
            "security groups are given by id or chosen by tags: keep securityGroups or securityGroupSelector";

    public EnvironmentNetwork {
        subnets = Api.filled(subnets);
        securityGroups = Api.filled(securityGroups);
    }

    /** Chooses objects of EC2 by their tags. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record TagSelector(
            @JsonPropertyDescription("Tags, all of which an object has; the value * stands for any value.")
            @io.fabric8.generator.annotation.Required
            @Size(min = 1, max = 10)
            @ValidationRule(value = TagRules.LENGTH, message = TagRules.LENGTH_SAYS)
            Map<String, @Size(max = 256) String> matchTags) {
        public TagSelector {
            matchTags = Api.filled(matchTags);
        }
    }
}

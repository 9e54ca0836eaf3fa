package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** Where the network interfaces of tasks are. A field that a workload sets replaces the environment's. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Network(
        @JsonPropertyDescription(
                "Ids of 1 to 16 subnets of one VPC. Required in an environment. In a workload they must be "
                        + "the environment's or match its access.subnets. Absent: default the environment's.")
        @Size(min = 1, max = 16)
        @ValidationRule(value = Formats.SUBNETS, message = Formats.SUBNETS_SAYS)
        List<@Size(max = 64) String> subnets,

        @JsonPropertyDescription("Ids of up to 5 security groups of the same VPC. In a workload they must be the "
                + "environment's or match its access.securityGroups. Absent: in a workload default the environment's; in an "
                + "environment unmanaged (AWS takes the VPC's default group).")
        @Size(min = 1, max = 5)
        @ValidationRule(value = Formats.SECURITY_GROUPS, message = Formats.SECURITY_GROUPS_SAYS)
        List<@Size(max = 64) String> securityGroups,

        @JsonPropertyDescription("Give each task a public address; a task in a public subnet needs one to reach the "
                + "internet. Absent: in a workload default the environment's; in an environment default false.")
        Boolean assignPublicIp) {

    public Network {
        subnets = Api.filled(subnets);
        securityGroups = Api.filled(securityGroups);
    }
}

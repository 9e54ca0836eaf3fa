package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.fargate.api.FargateEnvironmentSpec.AssumeRole;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/** What the endpoints are to be; the operator never writes it. */
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(value = EndpointRules.SOME, message = EndpointRules.SOME_SAYS)
public record FargateEndpointsSpec(
        @JsonPropertyDescription("AWS region of the VPC, such as eu-central-1. Immutable.")
        @Required
        @Size(max = 32)
        @ValidationRule(value = Formats.REGION, message = Formats.REGION_SAYS)
        @ValidationRule(
                value = "self == oldSelf",
                message = "region is immutable: create another FargateEndpoints for the other region")
        String region,

        @JsonPropertyDescription("Role that the operator takes to work on these endpoints. "
                + "Absent: default the operator's own identity and account.")
        AssumeRole assumeRole,

        @JsonPropertyDescription(
                "Services that are wanted besides those of services. Private is what tasks without a way to the internet need:"
                        + " ecr.api, ecr.dkr, s3, logs, secretsmanager and ssm. PrivateWithExec adds ssmmessages, for ECS Exec."
                        + " Operator is what the operator itself calls. Absent: default Private.")
        Preset preset,

        @JsonPropertyDescription(
                "Up to 40 services by the last part of the endpoint service's name, such as ecr.api. A gateway endpoint is made"
                        + " where AWS offers one, else an interface endpoint. Absent: default those of preset.")
        @Size(min = 1, max = 40)
        @ValidationRule(value = EndpointRules.SERVICES, message = EndpointRules.SERVICES_SAYS)
        List<@Size(min = 1, max = 64) String> services,

        @JsonPropertyDescription(
                "Ids of 1 to 16 subnets of one VPC, those that tasks run in. Interface endpoints stand in one of each zone, the one"
                        + " with the lowest id.")
        @Required
        @Size(min = 1, max = 16)
        @ValidationRule(value = Formats.SUBNETS, message = Formats.SUBNETS_SAYS)
        List<@Size(max = 64) String> subnets,

        @JsonPropertyDescription(
                "Ids of 1 to 5 security groups of interface endpoints; they let TCP port 443 in from the tasks.")
        @Required
        @Size(min = 1, max = 5)
        @ValidationRule(value = Formats.SECURITY_GROUPS, message = Formats.SECURITY_GROUPS_SAYS)
        List<@Size(max = 64) String> securityGroups,

        @JsonPropertyDescription(
                "Ids of up to 50 route tables that lead to gateway endpoints. Absent: default those of subnets.")
        @Size(min = 1, max = 50)
        @ValidationRule(value = EndpointRules.ROUTE_TABLES, message = EndpointRules.ROUTE_TABLES_SAYS)
        List<@Size(max = 64) String> routeTables,

        @JsonPropertyDescription(
                "Whether the usual names of the services lead to interface endpoints in the whole VPC. Absent: default true.")
        Boolean privateDns,

        @JsonPropertyDescription(
                "Tags of the endpoints; up to 42 (AWS takes 50, the operator needs 8). Other tags that are there stay."
                        + " Absent: default none.")
        @Size(max = TagRules.MOST)
        @ValidationRule(value = TagRules.LENGTH, message = TagRules.LENGTH_SAYS)
        @ValidationRule(value = TagRules.RESERVED, message = TagRules.RESERVED_SAYS)
        @ValidationRule(value = TagRules.OURS, message = TagRules.OURS_SAYS)
        Map<String, @Size(max = 256) @Pattern(TagRules.CHARACTERS) String> tags,

        @JsonPropertyDescription(ManagementPolicy.SAYS) ManagementPolicy managementPolicy,
        @JsonPropertyDescription(DeletionPolicy.SAYS) DeletionPolicy deletionPolicy) {

    public FargateEndpointsSpec {
        services = Api.filled(services);
        subnets = Api.filled(subnets);
        securityGroups = Api.filled(securityGroups);
        routeTables = Api.filled(routeTables);
        tags = Api.filled(tags);
    }

    /** Services that are wanted together. */
    public enum Preset {
        Private,
        PrivateWithExec,
        Operator,
        None
    }
}

package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.fargate.api.EnvironmentNetwork.TagSelector;
import dev.fargate.api.FargateEnvironmentSpec.AssumeRole;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/** What the endpoints are to be; the operator never writes it. */
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(value = EndpointRules.SOME, message = EndpointRules.SOME_SAYS)
@ValidationRule(value = EndpointRules.PLACE, message = EndpointRules.PLACE_SAYS)
@ValidationRule(value = EndpointRules.SUBNETS, message = EndpointRules.SUBNETS_SAYS)
@ValidationRule(value = EndpointRules.GROUPS, message = EndpointRules.GROUPS_SAYS)
@ValidationRule(value = EndpointRules.TABLES, message = EndpointRules.TABLES_SAYS)
public record FargateEndpointsSpec(
        @JsonPropertyDescription(
                "Name of a FargateEnvironment whose region, role and subnets count, and whose tasks reach the endpoints."
                        + " Absent: default region, assumeRole and subnets of this resource.")
        @Size(max = 63)
        String environment,

        @JsonPropertyDescription(
                "AWS region of the VPC, such as eu-central-1. Immutable. Absent: default that of environment.")
        @Size(max = 32)
        @ValidationRule(value = Formats.REGION, message = Formats.REGION_SAYS)
        @ValidationRule(
                value = "self == oldSelf",
                message = "region is immutable: create another FargateEndpoints for the other region")
        String region,

        @JsonPropertyDescription("Role that the operator takes to work on these endpoints. "
                + "Absent: default that of environment, else the operator's own identity and account.")
        AssumeRole assumeRole,

        @JsonPropertyDescription(
                "Services that are wanted besides those of services. Private is what tasks without a way to the internet need:"
                        + " ecr.api, ecr.dkr, s3, logs, secretsmanager and ssm. PrivateWithExec adds ssmmessages, for ECS Exec."
                        + " Operator is what the operator itself calls. Absent: default Private.")
        Preset preset,

        @JsonPropertyDescription(
                "Up to 25 services by the last part of the endpoint service's name, such as ecr.api. A gateway endpoint is made"
                        + " where AWS offers one, else an interface endpoint. Absent: default those of preset.")
        @Size(min = 1, max = 25)
        @ValidationRule(value = EndpointRules.SERVICES, message = EndpointRules.SERVICES_SAYS)
        List<@Size(min = 1, max = 64) String> services,

        @JsonPropertyDescription(
                "Ids of 1 to 16 subnets of one VPC, those that tasks run in. Interface endpoints stand in one of each zone, the one"
                        + " with the lowest id. Absent: default those that subnetSelector chooses, else those of environment.")
        @Size(min = 1, max = 16)
        @ValidationRule(value = Formats.SUBNETS, message = Formats.SUBNETS_SAYS)
        List<@Size(max = 64) String> subnets,

        @JsonPropertyDescription(
                "Chooses the subnets by their tags; those that it chooses lie in one VPC. Absent: default those of subnets.")
        TagSelector subnetSelector,

        @JsonPropertyDescription(
                "Ids of 1 to 5 security groups of interface endpoints; they let TCP port 443 in from the tasks."
                        + " Absent: default one that is made, and lets 443 in from allowedSources.")
        @Size(min = 1, max = 5)
        @ValidationRule(value = Formats.SECURITY_GROUPS, message = Formats.SECURITY_GROUPS_SAYS)
        List<@Size(max = 64) String> securityGroups,

        @JsonPropertyDescription(
                "Up to 20 CIDR blocks and ids of security groups that the group that is made lets in. Absent: default the security"
                        + " groups of environment.")
        @Size(min = 1, max = 20)
        @ValidationRule(value = EndpointRules.SOURCES, message = EndpointRules.SOURCES_SAYS)
        List<@Size(max = 64) String> allowedSources,

        @JsonPropertyDescription(
                "Ids of up to 50 route tables that lead to gateway endpoints. Absent: default those that routeTableSelector chooses, else"
                        + " those of the subnets.")
        @Size(min = 1, max = 50)
        @ValidationRule(value = EndpointRules.ROUTE_TABLES, message = EndpointRules.ROUTE_TABLES_SAYS)
        List<@Size(max = 64) String> routeTables,

        @JsonPropertyDescription("Chooses route tables of the VPC by their tags. Absent: default those of routeTables.")
        TagSelector routeTableSelector,

        @JsonPropertyDescription(
                "Whether the usual names of the services lead to interface endpoints in the whole VPC. Absent: default true.")
        Boolean privateDns,

        @JsonPropertyDescription(
                "Addresses of interface endpoints, and of the DNS records that lead to them: ipv4, dualstack or ipv6. The subnets must"
                        + " have such addresses. Absent: default ipv4.")
        IpAddressType ipAddressType,

        @JsonPropertyDescription(
                "Endpoint policies, as JSON, by the services that they are for. Absent: default full access, as AWS has it.")
        @Size(max = 25)
        @ValidationRule(value = EndpointRules.POLICIES, message = EndpointRules.POLICIES_SAYS)
        Map<String, @Size(min = 2, max = 20480) String> policies,

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
        allowedSources = Api.filled(allowedSources);
        policies = Api.filled(policies);
        routeTables = Api.filled(routeTables);
        tags = Api.filled(tags);
    }

    /** As EC2 writes it. */
    public enum IpAddressType {
        ipv4,
        dualstack,
        ipv6
    }

    /** Services that are wanted together. */
    public enum Preset {
        Private,
        PrivateWithExec,
        Operator,
        None
    }
}

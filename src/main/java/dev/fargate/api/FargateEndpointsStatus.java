package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

/** What is known of the endpoints; written by the operator. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FargateEndpointsStatus(
        @JsonPropertyDescription("Generation of the spec that this status is about.") @Min(Observed.NOT_YET)
        Long observedGeneration,

        @JsonPropertyDescription("Ready; Reconciling, Stalled and NotOffered only while True.") @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("What is wrong now, and what to do; absent while nothing is.")
        ProblemReport problem,

        @JsonPropertyDescription(
                "Account that the endpoints were first seen in; another one later is Stalled (AccountChanged).")
        @Size(max = 12)
        String accountId,

        @JsonPropertyDescription("Region that the endpoints were first seen in; cleanup uses it.") @Size(max = 32)
        String region,

        @JsonPropertyDescription("Role that the operator worked with last; cleanup uses it.") @Size(max = 2048)
        String roleArn,

        @JsonPropertyDescription("The VPC of the endpoints; another one later is Stalled (VpcChanged).") @Size(max = 64)
        String vpcId,

        @JsonPropertyDescription("Id of the security group that was made for the endpoints.") @Size(max = 64)
        String securityGroup,

        @JsonPropertyDescription("The endpoints of the services that are wanted, and those that are to go.")
        @Size(max = 100)
        List<Endpoint> endpoints,

        @JsonPropertyDescription(
                "What the endpoints of this resource cost, as list prices of a month without traffic, and what they save.")
        EndpointsCost cost,

        @JsonPropertyDescription(
                "For the first 8 environments in this VPC: what their tasks reach by now, as status.reachability there tells it.")
        @Size(max = 10)
        List<Reaches> reaches,

        @JsonPropertyDescription("What would be done, when managementPolicy is Observe; the first 20 changes.")
        @Size(max = 20)
        List<PlannedChange> plan,

        @JsonPropertyDescription("The fargate.dev/reconcile-at annotation that was last acted upon.") @Size(max = 64)
        String lastHandledReconcileAt,

        @JsonPropertyDescription("Keys of the tags that the spec declared when they were last put.") @Size(max = 100)
        List<@Size(max = 128) String> tagKeys)
        implements Observed {

    public FargateEndpointsStatus {
        conditions = Api.filled(conditions);
        endpoints = Api.filled(endpoints);
        reaches = Api.filled(reaches);
        plan = Api.filled(plan);
        tagKeys = Api.filled(tagKeys);
    }

    /** What tasks of an environment reach. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Reaches(
            @JsonPropertyDescription("Name of the FargateEnvironment.") @Size(max = 63)
            String environment,

            @JsonPropertyDescription("Services that its tasks reach.") @Size(max = 8)
            List<@Size(max = 32) String> reached,

            @JsonPropertyDescription("Services that they do not reach.") @Size(max = 8)
            List<@Size(max = 32) String> missing) {
        public Reaches {
            reached = Api.filled(reached);
            missing = Api.filled(missing);
        }
    }

    /** A VPC endpoint. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Endpoint(
            @JsonPropertyDescription("The service, as in spec.services.") @Size(max = 64)
            String service,

            @JsonPropertyDescription("Its id.") @Size(max = 64)
            String id,

            @JsonPropertyDescription("Gateway or Interface.") @Size(max = 32)
            String type,

            @JsonPropertyDescription("As EC2 writes it: pending, available, deleting, failed ….") @Size(max = 32)
            String state,

            @JsonPropertyDescription("Zones that an interface endpoint stands in.") @Size(max = 16)
            List<@Size(max = 64) String> zones,

            @JsonPropertyDescription(
                    "Names that lead to an interface endpoint in all its zones: its own, and the service's usual one.")
            @Size(max = 2)
            List<@Size(max = 255) String> dnsNames,

            @JsonPropertyDescription(
                    "What an interface endpoint costs a month while it stands in these zones, without its traffic.")
            @Size(max = 32)
            String monthlyCost,

            @JsonPropertyDescription(
                    "false: it was there before, serves the same VPC, is used as it is and left alone on delete.")
            Boolean owned) {
        public Endpoint {
            zones = Api.filled(zones);
            dnsNames = Api.filled(dnsNames);
        }
    }
}

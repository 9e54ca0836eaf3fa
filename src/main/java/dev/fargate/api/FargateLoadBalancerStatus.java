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

/** What is known of the load balancer; written by the operator. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FargateLoadBalancerStatus(
        @JsonPropertyDescription("Generation of the spec that this status is about.") @Min(Observed.NOT_YET)
        Long observedGeneration,

        @JsonPropertyDescription("Ready; Reconciling and Stalled only while True.") @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("What is wrong now, and what to do; absent while nothing is.")
        ProblemReport problem,

        @JsonPropertyDescription("Where it was made; cleanup uses this, not what the environment says by then.")
        Place place,

        @JsonPropertyDescription("VPC of the subnets; its security group is in it.") @Size(max = 64)
        String vpcId,

        @JsonPropertyDescription("ARN; none before AWS has answered.") @Size(max = 2048)
        String arn,

        @JsonPropertyDescription("provisioning, active, active_impaired or failed.") @Size(max = 32)
        String state,

        @JsonPropertyDescription("The name to reach it by, for CNAME and alias records.") @Size(max = 256)
        String dnsName,

        @JsonPropertyDescription("The hosted zone of dnsName, for alias records in Route 53.") @Size(max = 64)
        String canonicalHostedZoneId,

        @JsonPropertyDescription("Security group that was made for it.") @Size(max = 64)
        String securityGroupId,

        @JsonPropertyDescription("What listens.") @Size(max = 50)
        List<Listener> listeners,

        @JsonPropertyDescription(
                "The services that take from target groups to which a listener forwards; a deletion waits for them. The first 20.")
        @Size(max = 20)
        List<@Size(max = 128) String> services,

        @JsonPropertyDescription("What would be done, when managementPolicy is Observe; the first 20 changes.")
        @Size(max = 20)
        List<PlannedChange> plan,

        @JsonPropertyDescription("The fargate.dev/reconcile-at annotation that was last acted upon.") @Size(max = 64)
        String lastHandledReconcileAt,

        @JsonPropertyDescription("Keys of the tags that the spec declared when they were last put.") @Size(max = 100)
        List<@Size(max = 128) String> tagKeys)
        implements Observed {

    public FargateLoadBalancerStatus {
        conditions = Api.filled(conditions);
        listeners = Api.filled(listeners);
        services = Api.filled(services);
        plan = Api.filled(plan);
        tagKeys = Api.filled(tagKeys);
    }

    /** A listener. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Listener(
            @JsonPropertyDescription("Its port.") @Min(0) @Max(65535)
            Integer port,

            @JsonPropertyDescription("Its protocol.") @Size(max = 16)
            String protocol,

            @JsonPropertyDescription("Its ARN.") @Size(max = 2048)
            String arn) {}
}

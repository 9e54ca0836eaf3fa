package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/**
 * The listener that sends to a service, and which requests. A rule of an ALB takes what meets all that is named; one that names nothing
 * takes all that no other rule does.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(value = RoutingRules.ONE_LISTENER, message = RoutingRules.ONE_LISTENER_SAYS)
public record ServiceListener(
        @JsonPropertyDescription(
                "Name of a FargateLoadBalancer of the same environment: of this namespace, or as namespace/name of another one whose"
                        + " allowedNamespaces let this one in. Absent: default what listenerArn names.")
        @Size(min = 1, max = 127)
        @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(/[a-z0-9]([-a-z0-9]*[a-z0-9])?)?$")
        String loadBalancer,

        @JsonPropertyDescription(
                "Port of its listener; needed with loadBalancer. Absent: default what listenerArn names.")
        @Min(1)
        @Max(65535)
        Integer port,

        @JsonPropertyDescription(
                "ARN of a listener that somebody else made; it must match the environment's access.listeners. Absent: default the one of"
                        + " loadBalancer and port.")
        @Size(max = 2048)
        @ValidationRule(value = RoutingRules.LISTENER, message = RoutingRules.LISTENER_SAYS)
        String listenerArn,

        @JsonPropertyDescription("Host names, with * and ?; one of them is to match. Absent: default any.")
        @Size(max = 5)
        List<@Size(min = 1, max = 128) String> hosts,

        @JsonPropertyDescription("Paths, with * and ?, such as /api/*; one of them is to match. Absent: default any.")
        @Size(max = 5)
        List<@Size(min = 1, max = 128) String> paths,

        @JsonPropertyDescription("Methods, such as GET; one of them is to match. Absent: default any.") @Size(max = 5)
        List<@Size(min = 1, max = 40) String> methods,

        @JsonPropertyDescription("CIDR blocks that requests come from; one of them is to match. Absent: default any.")
        @Size(max = 5)
        List<@Size(min = 1, max = 64) String> sourceIps,

        @JsonPropertyDescription("Headers, all of which are to match. Absent: default any.") @Size(max = 5)
        List<Header> headers,

        @JsonPropertyDescription("Parts of the query; one of them is to match. Absent: default any.") @Size(max = 5)
        List<QueryPart> query,

        @JsonPropertyDescription(
                "Rank of the rule, 1 to 50000; the lowest that matches takes a request. Absent: default a free one, the more the rule asks for the"
                        + " lower, which then stays.")
        @Min(1)
        @Max(50000)
        Integer priority) {

    public ServiceListener {
        hosts = Api.filled(hosts);
        paths = Api.filled(paths);
        methods = Api.filled(methods);
        sourceIps = Api.filled(sourceIps);
        headers = Api.filled(headers);
        query = Api.filled(query);
    }

    /** A header of a request. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Header(
            @JsonPropertyDescription("The header's name.") @Required @Size(min = 1, max = 40)
            String name,

            @JsonPropertyDescription("Values, with * and ?; one of them is to match.") @Required @Size(min = 1, max = 5)
            List<@Size(min = 1, max = 128) String> values) {}

    /** A part of the query. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record QueryPart(
            @JsonPropertyDescription("Its name. Absent: default any.") @Size(min = 1, max = 128) @Pattern("^[^=]+$")
            String key,

            @JsonPropertyDescription("Its value, with * and ?.") @Required @Size(min = 1, max = 128)
            String value) {}
}

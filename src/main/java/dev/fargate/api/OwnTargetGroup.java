package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;

/** A target group that is made for a service. What AWS cannot change makes another one, which takes over once its tasks are healthy. */
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(value = RoutingRules.REQUESTS, message = RoutingRules.REQUESTS_SAYS)
public record OwnTargetGroup(
        @JsonPropertyDescription(
                "How the load balancer speaks to the tasks: HTTP or HTTPS of an ALB, TCP or TLS of an NLB. Absent: default HTTP for"
                        + " an ALB, TCP for an NLB.")
        Protocol protocol,

        @JsonPropertyDescription("HTTP1, HTTP2 or GRPC; for HTTP and HTTPS. Absent: default HTTP1.")
        ProtocolVersion protocolVersion,

        @JsonPropertyDescription("When a task counts as healthy. Absent: unmanaged (AWS's defaults).")
        TargetHealthCheck healthCheck,

        @JsonPropertyDescription(
                "Seconds that a task that leaves may take for its last requests, 0 to 3600. Absent: default 300.")
        @Min(0)
        @Max(3600)
        Integer deregistrationDelaySeconds,

        @JsonPropertyDescription(
                "Seconds over which a new task gets its full share, 30 to 900; 0 is off; for HTTP and HTTPS. Absent: default 0.")
        @Min(0)
        @Max(900)
        @ValidationRule(value = RoutingRules.SLOW_START, message = RoutingRules.SLOW_START_SAYS)
        Integer slowStartSeconds,

        @JsonPropertyDescription("Whether a caller stays with one task. Absent: default no.")
        Stickiness stickiness,

        @JsonPropertyDescription(
                "round_robin, least_outstanding_requests or weighted_random; for HTTP and HTTPS. Absent: default round_robin.")
        Algorithm loadBalancingAlgorithmType,

        @JsonPropertyDescription(
                "Other attributes by the names of ELB's API, such as load_balancing.cross_zone.enabled. Those that are not named are"
                        + " unmanaged. Absent: default none.")
        @Size(max = 20)
        @ValidationRule(value = RoutingRules.ATTRIBUTES, message = RoutingRules.ATTRIBUTES_SAYS)
        Map<String, @Size(max = 256) String> attributes) {

    /** All of it AWS's defaults. */
    public static final OwnTargetGroup DEFAULT = new OwnTargetGroup(null, null, null, null, null, null, null, null);

    public OwnTargetGroup {
        attributes = Api.filled(attributes);
    }

    /** What is spoken to the tasks. */
    public enum Protocol {
        HTTP,
        HTTPS,
        TCP,
        TLS
    }

    /** Of HTTP. */
    public enum ProtocolVersion {
        HTTP1,
        HTTP2,
        GRPC
    }

    /** Which task gets the next request. */
    public enum Algorithm {
        round_robin,
        least_outstanding_requests,
        weighted_random
    }

    /** How a caller is known again. */
    public enum StickinessType {
        lb_cookie,
        app_cookie,
        source_ip
    }

    /** A caller stays with one task. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @ValidationRule(value = RoutingRules.COOKIE, message = RoutingRules.COOKIE_SAYS)
    public record Stickiness(
            @JsonPropertyDescription(
                    "lb_cookie (the load balancer's own) or app_cookie (one that the application sets) of an ALB, source_ip of an NLB."
                            + " Absent: default lb_cookie.")
            StickinessType type,

            @JsonPropertyDescription("Seconds for which a cookie counts, 1 to 604800. Absent: default 86400.")
            @Min(1)
            @Max(604800)
            Integer durationSeconds,

            @JsonPropertyDescription(
                    "The application's cookie; for app_cookie, and needed there. Absent: default none.")
            @Size(min = 1, max = 128)
            String cookieName) {}

    /** When a task counts as healthy. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record TargetHealthCheck(
            @JsonPropertyDescription(
                    "HTTP, HTTPS, or TCP of an NLB. Absent: unmanaged (AWS takes HTTP for an ALB, TCP for an NLB).")
            @Size(max = 8)
            @Pattern("^(HTTPS?|TCP)$")
            String protocol,

            @JsonPropertyDescription("Port to ask. Absent: unmanaged (AWS takes the one that gets the traffic).")
            @Min(1)
            @Max(65535)
            Integer port,

            @JsonPropertyDescription(
                    "Path to ask, or for GRPC a method as /package.service/method. Absent: unmanaged (AWS takes /).")
            @Size(min = 1, max = 1024)
            @Pattern("^/.*$")
            String path,

            @JsonPropertyDescription(
                    "Codes of HTTP (or of gRPC) that count as healthy: 200, 200,202 or 200-299. Absent: unmanaged (AWS takes 200, for an NLB"
                            + " 200-399, for gRPC 12).")
            @Size(min = 1, max = 64)
            @Pattern("^[0-9]+([,-][0-9]+)*$")
            String matcher,

            @JsonPropertyDescription("Seconds between two checks, 5 to 300. Absent: unmanaged (AWS takes 30).")
            @Min(5)
            @Max(300)
            Integer intervalSeconds,

            @JsonPropertyDescription("Seconds to wait for an answer, 2 to 120. Absent: unmanaged (AWS's default).")
            @Min(2)
            @Max(120)
            Integer timeoutSeconds,

            @JsonPropertyDescription(
                    "Good answers in a row that make a task healthy, 2 to 10. Absent: unmanaged (AWS takes 5).")
            @Min(2)
            @Max(10)
            Integer healthyThresholdCount,

            @JsonPropertyDescription(
                    "Bad answers in a row that make it unhealthy, 2 to 10. Absent: unmanaged (AWS takes 2).")
            @Min(2)
            @Max(10)
            Integer unhealthyThresholdCount) {}
}

package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A port of a load balancer, and what is done with what comes in. */
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(value = LoadBalancerRules.ENCRYPTED, message = LoadBalancerRules.ENCRYPTED_SAYS)
@ValidationRule(value = LoadBalancerRules.CONNECTIONS, message = LoadBalancerRules.CONNECTIONS_SAYS)
public record LoadBalancerListener(
        @JsonPropertyDescription("Port, 1 to 65535.") @Required @Min(1) @Max(65535)
        Integer port,

        @JsonPropertyDescription("HTTP or HTTPS of an ALB, TCP or TLS of an NLB.") @Required
        Protocol protocol,

        @JsonPropertyDescription(
                "ARN of the certificate in ACM or IAM, in the load balancer's region; for HTTPS and TLS, and needed there. It must match the"
                        + " environment's access.certificates. Absent: default none.")
        @Size(max = 2048)
        @ValidationRule(value = LoadBalancerRules.CERTIFICATE, message = LoadBalancerRules.CERTIFICATE_SAYS)
        String certificateArn,

        @JsonPropertyDescription(
                "Name of ELB's security policy: protocols and ciphers; for HTTPS and TLS. Absent: unmanaged (AWS chooses one).")
        @Size(max = 128)
        @Pattern("^ELBSecurityPolicy-[A-Za-z0-9-]+$")
        String sslPolicy,

        @JsonPropertyDescription(
                "What is done with what no rule of a service takes. Absent: default a 404 without words.")
        DefaultAction defaultAction) {

    /** What is understood on the port. */
    public enum Protocol {
        HTTP,
        HTTPS,
        TCP,
        TLS
    }

    /** One of three. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @ValidationRule(value = LoadBalancerRules.ONE_ACTION, message = LoadBalancerRules.ONE_ACTION_SAYS)
    public record DefaultAction(
            @JsonPropertyDescription("Answers by itself; HTTP and HTTPS only. Absent: default another action.")
            FixedResponse fixedResponse,

            @JsonPropertyDescription(
                    "Sends the caller elsewhere; HTTP and HTTPS only. An empty one leads to HTTPS on port 443 of the same host and path."
                            + " Absent: default another action.")
            Redirect redirect,

            @JsonPropertyDescription(
                    "Sends everything to a target group, which must match the environment's access.targetGroups."
                            + " Absent: default another action.")
            Forward forward) {}

    /** An answer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record FixedResponse(
            @JsonPropertyDescription("HTTP status, 200 to 599. Absent: default 404.") @Min(200) @Max(599)
            Integer statusCode,

            @JsonPropertyDescription(
                    "text/plain, text/css, text/html, application/javascript or application/json. Absent: default text/plain.")
            @Size(max = 64)
            @Pattern("^(text/(plain|css|html)|application/(javascript|json))$")
            String contentType,

            @JsonPropertyDescription("The answer's text. Absent: default none.") @Size(max = 1024)
            String messageBody) {}

    /** Another address. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Redirect(
            @JsonPropertyDescription("HTTP or HTTPS. Absent: default HTTPS.") @Size(max = 8) @Pattern("^HTTPS?$")
            String protocol,

            @JsonPropertyDescription("Port. Absent: default 443.") @Min(1) @Max(65535)
            Integer port,

            @JsonPropertyDescription("Host; #{host} is the caller's. Absent: default #{host}.")
            @Size(min = 1, max = 128)
            String host,

            @JsonPropertyDescription("Path; #{path} is the caller's. Absent: default /#{path}.")
            @Size(min = 1, max = 128)
            String path,

            @JsonPropertyDescription("Query; #{query} is the caller's. Absent: default #{query}.") @Size(max = 128)
            String query,

            @JsonPropertyDescription(
                    "Whether callers may remember it: HTTP status 301, or else 302. Absent: default true.")
            Boolean permanent) {}

    /** A target group. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Forward(
            @JsonPropertyDescription("ARN of the target group.")
            @Required
            @Size(max = 2048)
            @ValidationRule(value = Formats.TARGET_GROUP, message = Formats.TARGET_GROUP_SAYS)
            String targetGroupArn) {}
}

package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A port of the task's network interface, or a range of them; in awsvpc mode host and container port are the same. */
@ValidationRule(value = PortMapping.ONE_WAY, message = PortMapping.ONE_WAY_SAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PortMapping(
        @JsonPropertyDescription("1 to 65535. Absent: default the ports of containerPortRange.") @Min(1) @Max(65535)
        Integer containerPort,

        @JsonPropertyDescription("tcp or udp. Absent: default tcp.")
        Protocol protocol,

        @JsonPropertyDescription("Name for Service Connect: up to 64 lowercase letters, digits, _ and -, not starting "
                + "with -; once in the task. Absent: default none.")
        @Size(max = 64)
        @Pattern("^[a-z0-9_][a-z0-9_-]{0,63}$")
        String name,

        @JsonPropertyDescription("Protocol that Service Connect understands. Absent: default plain TCP.")
        AppProtocol appProtocol,

        @JsonPropertyDescription(
                "First and last port, such as 7000-7010, instead of containerPort; no load balancer or registry "
                        + "reaches a port of a range. Absent: default just containerPort.")
        @Size(max = 11)
        @ValidationRule(value = PortMapping.RANGE, message = PortMapping.RANGE_SAYS)
        String containerPortRange) {

    static final String ONE_WAY = "has(self.containerPort) != has(self.containerPortRange)";
    static final String ONE_WAY_SAYS = "a port mapping has a containerPort or a containerPortRange: keep one of them";

    /** AWS: "The first port in the range must be less than last port in the range." */
    static final String RANGE = "self.matches('^[1-9][0-9]{0,4}-[1-9][0-9]{0,4}$')"
            + " && int(self.split('-')[0]) < int(self.split('-')[1]) && int(self.split('-')[1]) <= 65535";

    static final String RANGE_SAYS =
            "containerPortRange is the first and the last port, the lower one first, up to 65535: such as 7000-7010";

    public enum Protocol {
        tcp,
        udp
    }

    public enum AppProtocol {
        http,
        http2,
        grpc
    }
}

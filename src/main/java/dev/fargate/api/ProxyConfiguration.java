package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** The App Mesh proxy that a task's traffic goes through. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProxyConfiguration(
        @JsonPropertyDescription("APPMESH, the only one that ECS knows. Absent: default APPMESH.")
        Type type,

        @JsonPropertyDescription("The container of the task that is the proxy.") @Required @Size(max = 255)
        String containerName,

        @JsonPropertyDescription(
                "Settings by name: AppPorts, ProxyIngressPort, ProxyEgressPort, IgnoredUID or IgnoredGID (the "
                        + "proxy's own user), EgressIgnoredPorts, EgressIgnoredIPs.")
        @Required
        @Size(min = 1, max = 7)
        @ValidationRule(value = ProxyConfiguration.PROPERTIES, message = ProxyConfiguration.PROPERTIES_SAYS)
        List<Property> properties) {

    /** ECS API reference, ProxyConfiguration: these are required. */
    static final String PROPERTIES = "['AppPorts', 'ProxyIngressPort', 'ProxyEgressPort'].all(n, self.exists(p,"
            + " p.name == n)) && self.exists(p, p.name == 'IgnoredUID' || p.name == 'IgnoredGID')";

    static final String PROPERTIES_SAYS =
            "an App Mesh proxy needs properties AppPorts, ProxyIngressPort, ProxyEgressPort, and IgnoredUID or IgnoredGID";

    public ProxyConfiguration {
        properties = Api.filled(properties);
    }

    public enum Type {
        APPMESH
    }

    /** One setting of the proxy. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Property(
            @JsonPropertyDescription("Its name.") @Required Name name,

            @JsonPropertyDescription("Its value; lists are separated by commas. Absent: default the empty string.")
            @Size(max = 1024)
            String value) {}

    public enum Name {
        AppPorts,
        EgressIgnoredIPs,
        EgressIgnoredPorts,
        IgnoredGID,
        IgnoredUID,
        ProxyEgressPort,
        ProxyIngressPort
    }
}

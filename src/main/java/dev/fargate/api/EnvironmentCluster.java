package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** The ECS cluster. */
@JsonInclude(Include.NON_EMPTY)
@ValidationRule(value = CapacityRules.ASSOCIATED, message = CapacityRules.ASSOCIATED_SAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record EnvironmentCluster(
        @JsonPropertyDescription(
                "1 to 255 letters, digits, _ and -. Immutable. Absent: default the environment's name.")
        @Size(max = 255)
        @Pattern(Formats.NAME)
        String name,

        @JsonPropertyDescription("CloudWatch Container Insights: disabled, enabled, or enhanced (per task and "
                + "container). Absent: unmanaged; a new cluster has the account's setting.")
        ContainerInsights containerInsights,

        @JsonPropertyDescription(
                "Capacity that tasks may use: FARGATE, FARGATE_SPOT. Absent: unmanaged; a new cluster has both.")
        @Size(min = 1, max = 2)
        List<CapacityProviderStrategyItem.CapacityProvider> capacityProviders,

        @JsonPropertyDescription(
                "Capacity of services here that name none, and of whoever else uses the cluster without naming "
                        + "any; a change rolls those services. Absent: unmanaged in the cluster; services run on launch type FARGATE.")
        @Size(min = 1, max = 2)
        @ValidationRule(value = CapacityRules.WEIGHT, message = CapacityRules.WEIGHT_SAYS)
        @ValidationRule(value = CapacityRules.BASE, message = CapacityRules.BASE_SAYS)
        List<CapacityProviderStrategyItem> defaultCapacityProviderStrategy,

        @JsonPropertyDescription("How ECS Exec sessions are encrypted and logged. Absent: unmanaged.")
        ClusterConfiguration configuration,

        @JsonPropertyDescription("Service Connect of services created here. Absent: unmanaged; a new cluster has none.")
        ServiceConnectDefaults serviceConnectDefaults) {

    public EnvironmentCluster {
        capacityProviders = Api.filled(capacityProviders);
        defaultCapacityProviderStrategy = Api.filled(defaultCapacityProviderStrategy);
    }

    public enum ContainerInsights {
        disabled,
        enabled,
        enhanced
    }

    /** The configuration of a cluster. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ClusterConfiguration(
            @JsonPropertyDescription("ECS Exec. Absent: unmanaged.")
            ExecuteCommandConfiguration executeCommandConfiguration) {}

    /** Service Connect of services that name no namespace of their own. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ServiceConnectDefaults(
            @JsonPropertyDescription(
                    "Name or ARN of a Cloud Map namespace; ECS makes one of that name where there is none.")
            @Required
            @Size(min = 1, max = 1024)
            @Pattern(Formats.NO_SPACE)
            String namespace) {}
}

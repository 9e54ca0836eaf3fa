package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/** Account, region, cluster and role of a workload. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Place(
        @JsonPropertyDescription("Account.") @Size(max = 12) String accountId,

        @JsonPropertyDescription("Region.") @Size(max = 32) String region,

        @JsonPropertyDescription("The ECS cluster.") @Size(max = 2048)
        String clusterArn,

        @JsonPropertyDescription("Role that the operator took, if any.") @Size(max = 2048)
        String roleArn) {}
